"""The floor: libyaml's parser alone, over every YAML file of a register. `python floor.py FOLDER`"""

from __future__ import annotations

import os
import sys
from importlib import import_module


def main(folder: str) -> None:
    parser = import_module("yaml._yaml").CParser
    for top in ("vendors", "policies"):
        for parent, _, names in os.walk(os.path.join(folder, top)):
            for name in names:
                if name.endswith(".yaml"):
                    with open(os.path.join(parent, name), "rb") as file:
                        parser(file.read()).raw_parse()


if __name__ == "__main__":
    main(sys.argv[1])
