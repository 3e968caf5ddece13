"""Bytes to values with positions: a strict subset of YAML, and a located refusal for all the rest."""

from vendorbook.yaml_source.reader import read

__all__ = ["read"]
