"""mutmut's mutations of the checks, one function at a time, each applied to the function that is loaded."""

from __future__ import annotations
import __future__

import textwrap
from collections.abc import Iterator
from difflib import ndiff
from importlib import import_module
from pathlib import Path
from types import FunctionType, ModuleType
from typing import NamedTuple

import libcst
from mutmut.mutation.file_mutation import Mutation, create_mutations, deep_replace

from tests.conftest import ROOT

PACKAGE = ROOT / "tooling"


class Mutant(NamedTuple):
    """One function, differently: `name` says where and what, in words that other lines' edits leave alone."""

    file: str
    function: str
    source: str
    name: str

    def apply(self) -> None:
        """Gives the loaded function the mutant's code, whoever has imported it."""
        module = import_module(_module_name(self.file))
        loaded, made = _function(module, self.function), self._made(module)
        loaded.__code__, loaded.__defaults__, loaded.__kwdefaults__ = (
            made.__code__,
            made.__defaults__,
            made.__kwdefaults__,
        )

    def _made(self, module: ModuleType) -> FunctionType:
        names = dict(vars(module))
        lazily = __future__.annotations.compiler_flag
        exec(compile(self.source, self.file, "exec", flags=lazily, dont_inherit=True), names)
        made = names[self.function.rpartition(".")[2]]
        return getattr(made, "__func__", made)


def mutants_of(path: Path) -> Iterator[Mutant]:
    """All mutants of a file's functions; what stands outside of functions is not mutated."""
    file = path.relative_to(PACKAGE).as_posix()
    module, mutations, _, _ = create_mutations(str(path), path.read_text(encoding="utf-8"))
    owners = {id(each): f"{owner}{each.name.value}" for owner, each in _functions(module)}
    for mutation in mutations:
        function = mutation.contained_by_top_level_function
        if function is not None and id(function) in owners:
            yield _mutant(file, owners[id(function)], module, function, mutation)


def unchanged(path: Path) -> Iterator[Mutant]:
    """Each function of a file as it is, put in the place of itself."""
    module = libcst.parse_module(path.read_text(encoding="utf-8"))
    file = path.relative_to(PACKAGE).as_posix()
    for owner, node in _functions(module):
        if not node.decorators:
            source = textwrap.dedent(module.code_for_node(node))
            yield Mutant(file, f"{owner}{node.name.value}", source, f"{file} {owner}{node.name.value}")


def _functions(module: libcst.Module) -> Iterator[tuple[str, libcst.FunctionDef]]:
    for statement in module.body:
        if isinstance(statement, libcst.FunctionDef):
            yield "", statement
        elif isinstance(statement, libcst.ClassDef):
            yield from ((f"{statement.name.value}.", each) for each in statement.body.body
                        if isinstance(each, libcst.FunctionDef))  # fmt: skip


def _mutant(file: str, function: str, module: libcst.Module, node: libcst.FunctionDef, mutation: Mutation) -> Mutant:
    before = textwrap.dedent(module.code_for_node(node))
    changed = deep_replace(node, mutation.original_node, mutation.mutated_node)
    assert isinstance(changed, libcst.FunctionDef)
    after = textwrap.dedent(module.code_for_node(changed))
    return Mutant(file, function, after, f"{file} {function}: {_difference(before, after)}")


def _difference(before: str, after: str) -> str:
    lines = list(ndiff(before.splitlines(), after.splitlines()))
    gone, come = (" ".join(line[2:].strip() for line in lines if line.startswith(sign)) for sign in ("- ", "+ "))
    return f"{gone} => {come}"


def _module_name(file: str) -> str:
    return file.removesuffix(".py").replace("/", ".")


def _function(module: ModuleType, name: str) -> FunctionType:
    owner, _, own = name.rpartition(".")
    found = vars(getattr(module, owner) if owner else module)[own]
    return getattr(found, "__func__", found)
