"""Programs, modules and settings that would leave a trace if anything ran or read them."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.repos import Repo

MODULES = (
    "secrets.py", "yaml.py", "venv.py", "click.py", "json.py", "git.py", "re.py", "encodings.py", "sitecustomize.py",
    "usercustomize.py", "vendorbook.py", "vendorbook/__init__.py", "vendorbook/__main__.py", "jsonschema_rs.py",
)  # fmt: skip
"""Python files that a careless start would import from the folder it stands in."""

FILES = {
    ".env": "PYTHONSTARTUP={canary}.py\n",
    "pyproject.toml": '[project.scripts]\nvendorbook = "evil:main"\n[tool.vendorbook]\nignore = ["*"]\n',
    "vendorbook.toml": 'ignore = ["*"]\n',
    ".vendorbook.yaml": "ignore: all\n",
    "pyvenv.cfg": "home = .\n",
    "setup.cfg": "[vendorbook]\nignore = all\n",
    "evil.pth": "import os; os.system('{canary}')\n",
}
"""Settings that somebody might hope to be read."""

CONFIG = """\
[core]
\tfsmonitor = {canary}
\thooksPath = {hooks}
\tpager = {canary}
\teditor = {canary}
\tsshCommand = {canary}
\taskPass = {canary}
\tgitProxy = {canary}
\talternateRefsCommand = {canary}
\tattributesFile = {attributes}
[diff]
\texternal = {canary}
[diff "evil"]
\tcommand = {canary}
\ttextconv = {canary}
[filter "evil"]
\tclean = {canary}
\tsmudge = {canary}
\tprocess = {canary}
\trequired = true
[merge "evil"]
\tdriver = {canary}
[gpg]
\tprogram = {canary}
[gpg "ssh"]
\tprogram = {canary}
\tdefaultKeyCommand = {canary}
[credential]
\thelper = {canary}
[alias]
\tls-tree = !{canary}
\tls-files = !{canary}
\tcat-file = !{canary}
\trev-parse = !{canary}
\tfor-each-ref = !{canary}
[pager]
\tls-tree = {canary}
\trev-parse = {canary}
[log]
\tshowSignature = true
[uploadpack]
\tpackObjectsHook = {canary}
[remote "origin"]
\turl = ext::{canary}
\tpromisor = true
\tpartialclonefilter = blob:none
\tuploadpack = {canary}
[protocol]
\tallow = always
[extensions]
\tpartialClone = origin
"""
"""A repository's own configuration: each setting names a program."""

HOOKS = ("post-index-change", "pre-commit", "reference-transaction", "post-checkout", "fsmonitor-watchman")


class Canary:
    """A program that notes that it ran."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder = folder
        self.note = folder / "ran"
        self.program = folder / "canary"
        self.program.write_text(f'#!/bin/sh\\necho "$0 $*" >> "{self.note}"\\n'.replace("\\n", "\n"))
        self.program.chmod(0o755)

    def drop_modules(self, root: Path) -> None:
        """Puts every such file into a folder."""
        for name in MODULES:
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_text(f"open({str(self.note)!r}, 'a').write(__file__ + '\\n')\n")
        for name, text in FILES.items():
            (root / name).write_text(text.format(canary=self.program))

    def configure(self, repo: Repo) -> None:
        """Makes every setting and hook of a repository run the program."""
        hooks = self.folder / "hooks"
        hooks.mkdir()
        for place in (hooks, repo.path / ".git/hooks"):
            place.mkdir(exist_ok=True)
            for name in HOOKS:
                (place / name).write_text(self.program.read_text())
                (place / name).chmod(0o755)
        attributes = self.folder / "attributes"
        attributes.write_text("* filter=evil diff=evil merge=evil\n")
        (repo.path / ".git/info").mkdir(exist_ok=True)
        (repo.path / ".git/info/attributes").write_text(attributes.read_text())
        with (repo.path / ".git/config").open("a") as config:
            config.write(CONFIG.format(canary=self.program, hooks=hooks, attributes=attributes))

    def environment(self) -> dict[str, str]:
        """Variables by which git would be led elsewhere or made to run something."""
        elsewhere = str(self.folder / "elsewhere")
        program = str(self.program)
        return {
            **dict.fromkeys(_PLACES, elsewhere),
            **dict.fromkeys(_PROGRAMS, program),
            "GIT_CONFIG_COUNT": "2",
            "GIT_CONFIG_KEY_0": "core.fsmonitor",
            "GIT_CONFIG_VALUE_0": program,
            "GIT_CONFIG_KEY_1": "alias.ls-tree",
            "GIT_CONFIG_VALUE_1": f"!{program}",
            "GIT_CONFIG_PARAMETERS": f"'core.fsmonitor={program}'",
            "GIT_NAMESPACE": "elsewhere",
            "GIT_REPLACE_REF_BASE": "refs/elsewhere/",
            "GIT_DEFAULT_HASH": "sha256",
            "GIT_LITERAL_PATHSPECS": "0",
            "GIT_GLOB_PATHSPECS": "1",
            "GIT_TRACE": str(self.note),
            "GIT_TRACE2_EVENT": str(self.note),
        }

    @property
    def traces(self) -> str:
        return self.note.read_text() if self.note.exists() else ""


_PLACES = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CEILING_DIRECTORIES", "GIT_TEMPLATE_DIR", "GIT_SHALLOW_FILE",
    "GIT_GRAFT_FILE", "GIT_ATTR_SOURCE",
)  # fmt: skip
_PROGRAMS = (
    "GIT_EXTERNAL_DIFF", "GIT_SSH", "GIT_SSH_COMMAND", "GIT_ASKPASS", "GIT_PAGER", "GIT_EDITOR", "GIT_PROXY_COMMAND",
    "GIT_PYTHON_GIT_EXECUTABLE",
)  # fmt: skip
