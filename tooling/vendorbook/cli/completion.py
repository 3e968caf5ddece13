"""`vendorbook completion`: the script that a shell completes command lines by."""

from __future__ import annotations

import click

from vendorbook.cli.asking import debug_option

_SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(_SHELLS))
@debug_option
@click.pass_context
def completion(context: click.Context, shell: str) -> int:
    """印出 shell 的自動完成程式 / print the script that completes command lines in a shell.

    \b
    安裝 / install:
      bash  echo 'eval "$(vendorbook completion bash)"' >> ~/.bashrc
      zsh   echo 'eval "$(vendorbook completion zsh)"' >> ~/.zshrc
      fish  vendorbook completion fish > ~/.config/fish/completions/vendorbook.fish
    zsh 須先執行 compinit / have compinit run first in zsh
    """
    from click.shell_completion import ShellComplete, get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None  # noqa: S101  # one of the choices
    script = kind(context.find_root().command, {}, "vendorbook", "_VENDORBOOK_COMPLETE")
    # Not bash's own, which starts a bash to see how old it is; this may be asked for where there is none.
    click.echo(ShellComplete.source(script))
    return 0
