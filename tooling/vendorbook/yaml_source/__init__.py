"""Bytes to values with positions: a strict subset of YAML, and a located refusal for all the rest."""

from __future__ import annotations

from vendorbook.model import Source

__all__ = ["read"]


def read(data: bytes, path: str) -> Source:
    """The values of a file and where each stands; Unreadable tells all that one reading finds to refuse."""
    from vendorbook.yaml_source import reader  # libyaml is loaded only when something is read

    return reader.read(data, path)
