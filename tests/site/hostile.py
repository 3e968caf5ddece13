"""Texts that would do something if a page let them: each is to be shown as it is, and to do nothing."""

from __future__ import annotations

HOSTILE = {
    "script": "<script>window.pwned=1</script>",
    "image": '<img src=x onerror="window.pwned=1">',
    "svg": '"><svg/onload=window.pwned=1>',
    "attribute": "' onmouseover='window.pwned=1' x='",
    "ends a script": "</script><script>window.pwned=1</script>",
    "ends a title": "</title><script>window.pwned=1</script>",
    "ends a comment": "--><b>bold</b><!--",
    "entity": "&lt;b&gt; &amp; &#60;i&#62;",
    "markdown": "[a](javascript:window.pwned=1) ![b](x) **bold** `code` # head",
    "attribute list": "text{: onclick=window.pwned=1 .x #y }",
    "snippet": '--8<-- "/etc/passwd"',
    "jinja": "{{ 7*7 }} {% raw %} {# gone #}",
    "front matter": "---\ntitle: other\n---",
    "admonition": '!!! note "x"\n    y',
    "raw html block": "<div markdown=1>\n\n# head\n\n</div>",
    "formula": '=HYPERLINK("https://evil.example","x")',
    "template literal": "${7*7} #{7*7} <%= 7*7 %>",
    "mention": "@everyone ::error::x ##[group]y",
}
"""What a record may hold; what may not be seen or turns the order of texts round is refused when it is read."""

UNSEEN = {
    "bidi": ("a\u202eb\u202c", "ab"),
    "isolate": ("a\u2066b\u2069", "ab"),
    "zero width": ("a\u200bb", "ab"),
    "control": ("a\x1b[31mb\x07", "a[31mb"),
    "nul": ("a\x00b", "ab"),
    "not NFC": ("e\u0301", "\u00e9"),
    "lone surrogate": ("a\ud800b", "ab"),
}
"""Text, and what of it is shown."""
