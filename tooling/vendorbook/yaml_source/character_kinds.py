"""The characters that are refused, by kind, each kind with what to write instead."""

from __future__ import annotations

import re

from vendorbook.model import Text

_ENDS_OF_PLANES = "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))

_PATTERNS = {
    "tab": r"\t",
    "windows": r"\r(?=\n)",
    "cr": r"\r",
    "separator": r"[\x85\u2028\u2029]",
    "control": r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]",
    "direction": r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]",
    "blank": r"[\xa0\u1680\u2000-\u200a\u202f\u205f]",
    "invisible": r"[\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f"
    r"\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]",
    "private": r"[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]",
    "no_character": rf"[\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff{_ENDS_OF_PLANES}]",
    "damaged": r"\ufffd",
}

REFUSED = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _PATTERNS.items()))
"""Any refused character; the group's name is its kind."""

ADVICE = {
    "tab": Text("請改用空格", "write spaces"),
    "windows": Text("整個檔案請改用 LF 換行", "end the lines of the whole file with LF alone"),
    "cr": Text("這不是換行：請改用 LF", "this ends no line: write LF"),
    "separator": Text(
        "各版 YAML 對它是否換行看法不一：請改用 LF",
        "versions of YAML disagree on whether it ends a line: write LF",
    ),
    "control": Text("控制字元不是文字：請刪除", "a control character is no text: delete it"),
    "direction": Text("它會改變顯示的順序：請刪除", "it changes the order in which text is shown: delete it"),
    "blank": Text("看來像空格卻不是：請改用一般空格", "it looks like a space and is none: write an ordinary space"),
    "invisible": Text("畫面上看不見：請刪除", "it cannot be seen: delete it"),
    "private": Text(
        "造字在別台機器上會變成別的字：請改用 Unicode 正式字元",
        "a private-use character looks different elsewhere: write a standard one",
    ),
    "no_character": Text("它不是文字：請刪除", "it is no text: delete it"),
    "damaged": Text("這裡的字在轉碼時已損毀：請重新輸入", "the text was damaged when it was converted: type it again"),
}

NOT_NFC = Text(
    "這裡的文字不是 NFC 形式（看來相同的字有兩種寫法）：請重新輸入",
    "the text here is not in NFC (it has a twin that looks the same): type it again",
)
