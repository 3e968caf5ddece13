"""Clones that are not whole, or not what they look like."""

from __future__ import annotations

from tests.trail.attempts.attempt import Act, Attempt
from tests.trail.world import RECORD, World


def _cloned(*arguments: str) -> Act:
    def act(world: World) -> None:
        world.merge()
        world.done()
        world.history.repo.git("config", "uploadpack.allowFilter", "true")
        world.folder = world.path.parent / "clone"
        world.history.repo.clone(world.folder, "--no-local", *arguments)

    return act


def _replaced(world: World) -> None:
    world.merge()
    world.done()
    world.history.repo.git("replace", world.history.main.id, world.history.line[0].id)


def _grafted(world: World) -> None:
    world.merge()
    (world.path / ".git/info").mkdir(exist_ok=True)
    (world.path / ".git/info/grafts").write_text(f"{world.history.main.id}\n", encoding="ascii")


def _missing(world: World) -> None:
    world.merge()
    blob = str(world.history.main.folder.at(RECORD))
    (world.path / ".git/objects" / blob[:2] / blob[2:]).unlink()


CLONES = (
    Attempt("honest: a clone", _cloned()),
    Attempt("honest: a bare clone", _cloned("--bare")),
    Attempt("shallow", _cloned("--depth", "1"), 2, says="shallow"),
    Attempt("partial", _cloned("--filter=blob:none", "--no-checkout"), 2, says="partial"),
    Attempt("a replaced object", _replaced, 2, says="refs/replace"),
    Attempt("grafts", _grafted, 2, says="info/grafts"),
    Attempt("an object is missing", _missing, 2, says="lacks the object"),
    Attempt("nothing has been merged", lambda _: None, 2, says="nothing has been merged"),
)
