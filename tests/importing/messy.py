"""Three hundred engagements as a firm's old sheet has them: what is meant, and how it is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

SHEET = "委外清冊"
MAPPING = """\
columns:
  supplier.name.zh-TW: 供應商/名稱
  supplier.name.en: 供應商/英文
  supplier.registration_number: 供應商/統編
  supplier.country: 供應商/國別
  title.zh-TW: 委外案/名稱
  title.en: 委外案/英文
  project_owner: 委外案/承辦
  scope.services: 委外案/服務
  scope.activities: 委外案/作業
  scope.systems: 委外案/系統
  scope.data_classes: 委外案/資料
  scope.subcontractors: 委外案/分包
  scope.delivers: 委外案/交付
  scope.cloud_model: 委外案/雲端
  scope.cross_institution: 是否/跨機構
  scope.trading_host: 是否/交易主機
  scope.real_time_quotes: 是否/即時報價
  scope.internet_exposed: 是否/外網
  scope.handles_firm_data: 是否/處理資料
  contract.number: 合約/編號
  contract.signed_on: 合約/簽約日
  contract.starts_on: 合約/期間
  contract.ends_on: 合約/期間
  contract.annual_cost.amount: 合約/年費
skip: [內部備註]
values:
  scope.services:
    - {words: [主機代管], means: operations}
  scope.delivers:
    - {words: [無], means: {none: 本案僅提供服務，不交付系統或程式}}
defaults:
  contract.annual_cost.currency: TWD
"""
HEADINGS = (
    ("供應商", ("名稱", "英文", "統編", "國別")),
    ("委外案", ("名稱", "英 文", "承辦", "服務", "作業", "系統", "資料", "分包", "交付", "雲端")),
    ("是否", ("跨機構", "交易主機", "即時報價", "外網", "處理資料")),
    ("合約", ("編號", "簽約日", "期間", "年費\n（新臺幣）")),
    ("內部備註", ("內部備註",)),
    ("聯絡窗口", ("聯絡窗口",)),
)
FIRST = 5
"""The row of the first engagement: above are a title, an empty row, and two lines of headings."""

_BIRDS = ("雲雀", "夜鶯", "白鷺", "翠鳥", "雨燕", "朱鷺", "鷦鷯", "戴勝", "雪鵐", "角鴞")
_IN_ENGLISH = ("Lark", "Nightingale", "Egret", "Kingfisher", "Swift", "Ibis", "Wren", "Hoopoe", "Snow Bunting",
               "Scops Owl")  # fmt: skip
_TRADES = (("資訊", "Systems"), ("網路", "Networks"), ("數位", "Digital"))
_TOPICS = (("機房代管", "Hosting"), ("網路維護", "Network care"), ("監控服務", "Monitoring"), ("備份服務", "Backup"),
           ("檔案交換", "File exchange"), ("簡訊發送", "Messaging"), ("報表列印", "Printing"), ("門禁系統", "Doors"),
           ("影像保存", "Images"), ("時間同步", "Time signals"))  # fmt: skip
_OWNERS = (("槳齊飛", "s-0107"), ("纜繫舟 ", "s-0108"), ("s-0109", "s-0109"), ("貝 彩虹", "s-0110"))
NAMESAKES = ("汐守望", "砂勤補")
"""Two people who are to have the first's name in the register that takes the sheet in."""

_YES = ("是", "Y", "V", "✓", "有", True)
_NO = ("否", "N", "x", "✗", "無", False)
COUNT, EACH = 300, 10
"""Engagements, and those of one supplier."""


class Engagement(NamedTuple):
    """`meant` by dotted field, as the record should say; `written` by column, from 0; `defect` where there is one."""

    meant: dict[str, Any]
    written: list[Any]
    defect: Defect | None


class Defect(NamedTuple):
    """What stands in a column (from 0), what is told of it in English, and the fields that nothing is known of then.

    `column` is None where the row is at fault. `is_fatal` where no draft can do without.
    """

    kind: str
    column: int | None
    value: Any
    told: str
    lost: tuple[str, ...] = ()
    is_fatal: bool = False


def engagements() -> list[Engagement]:
    return [_engagement(number) for number in range(COUNT)]


def supplier(n: int) -> tuple[str, str, str]:
    of, (zh_tw, en) = n // EACH, _TRADES[n // EACH // len(_BIRDS)]
    bird = of % len(_BIRDS)
    return f"{_BIRDS[bird]}{zh_tw}股份有限公司", f"{_IN_ENGLISH[bird]} {en} Co., Ltd.", f"{700 + of:08}"


def _engagement(n: int) -> Engagement:
    topic, (zh_tw, en, registered) = n % EACH, supplier(n)
    owner, owner_id = _OWNERS[n % 4]
    flags = {name: (n >> shift) % 2 == 1 for shift, name in enumerate(_FLAGS)}
    meant: dict[str, Any] = {
        "supplier.name.zh-TW": zh_tw,
        "supplier.name.en": en,
        "supplier.registration_number": registered,
        "supplier.country": "TW",
        "title.zh-TW": f"{_TOPICS[topic][0]}（{zh_tw[:4]}）",
        "title.en": _TOPICS[topic][1] if n % 20 != 19 else _TOPICS[0][1],  # two of one name at every other supplier
        "project_owner": owner_id,
        "scope.services": [{"id": "operations", "type": "operations"}],
        "scope.activities": ["maintenance", "monitoring"] if n % 2 else ["hosting"],
        "scope.systems": ["order-routing", "trading-host"] if n % 3 else ["settlement"],
        "scope.data_classes": {"none": "不接觸資料"} if n % 4 == 0 else ["personal-data", "system-logs"],
        "scope.subcontractors": {"none": "自行辦理"},
        "scope.delivers": {"none": "本案僅提供服務，不交付系統或程式"} if n % 2 else ["system", "program"],
        "scope.cloud_model": ("none", "iaas", "saas")[n % 3],
        **{f"scope.{name}": value for name, value in flags.items()},
        "contract.number": f"C-113-{n:03}",
        "contract.signed_on": "2024-04-01",
        "contract.starts_on": "2024-05-07",
        "contract.ends_on": "2027-05-06",
        "contract.annual_cost.amount": 1_200_000 + n,
        "contract.annual_cost.currency": "TWD",
    }
    written = [
        (zh_tw, f"{zh_tw}  ", f"\u3000{zh_tw}", zh_tw)[n % 4],
        f" {en}" if n % 3 else en,
        (registered, _wide(registered), f" {registered} ")[n % 3],
        ("台灣", "臺灣", "TW", "ＴＷ")[n % 4],
        meant["title.zh-TW"] + (" " if n % 2 else ""),
        meant["title.en"],
        owner,
        ("主機代管", "維運管理類", "operations")[n % 3],
        ("維護、監控", "維護/監控", "維護；監控", "維護\n監控")[n // 2 % 4] if n % 2 else "機房或主機代管",
        ("委託下單系統、交易主機", "order-routing,trading-host", "委託下單系統；trading-host")[n % 2]
        if n % 3
        else "settlement",
        "無（不接觸資料）" if n % 4 == 0 else "個人資料，系統紀錄",
        ("無（自行辦理）", "無：自行辦理", "無(自行辦理)")[n % 3],
        "無" if n % 2 else ("系統、程式", "系統 / 程式")[n // 2 % 2],
        (("非雲端", "基礎架構即服務", "SaaS"), ("none", "IaaS", "軟體即服務"))[n % 2][n % 3],
        *(_YES[n % 6] if value else _NO[n % 6] for value in flags.values()),
        meant["contract.number"],
        ("113/4/1", "民國113年4月1日", "113.4.1", "２０２４／４／１", 45383, "2024-04-01", "1130401")[n % 7],
        ("113/5/7~116/5/6", "民國113年5月7日至116年5月6日", "2024.5.7～2027.5.6", "113.05.07 – 116.05.06")[n % 4],
        (1_200_000 + n, f"NT${1_200_000 + n:,}", f"{1_200_000 + n:,}元", _wide(str(1_200_000 + n)))[n % 4],
        "內部用" if n % 6 == 0 else None,
        "分機 123" if n % 20 == 0 else None,
    ]
    defect = DEFECTS.get(n)
    if n // EACH == _UNNUMBERED // EACH:
        written[REGISTERED] = None
        del meant["supplier.registration_number"]
    if defect is not None:
        if defect.column is not None:
            written[defect.column] = defect.value
        for name in defect.lost:
            del meant[name]
    return Engagement(meant, written, defect)


_FLAGS = ("cross_institution", "trading_host", "real_time_quotes", "internet_exposed", "handles_firm_data")
EN, REGISTERED, COUNTRY, TITLE, OWNER, ACTIVITIES, SYSTEMS, DATA, SUBCONTRACTORS = 1, 2, 3, 4, 6, 8, 9, 10, 11
CLOUD, FLAG, NUMBER, SIGNED, TERM, COST = 13, 16, 19, 20, 21, 22
_SIGNED = ("contract.signed_on",)
_BOTH = ("contract.starts_on", "contract.ends_on")
_COST = ("contract.annual_cost.amount", "contract.annual_cost.currency")
_DAY = "not a certain day"
_UNNUMBERED = 290
"""The first engagement of a supplier of which no other row tells the number."""

DEFECTS = {
    3: Defect("a day that there is none", SIGNED, "113/2/30", _DAY, _SIGNED),
    18: Defect("a year of two digits", SIGNED, "24/4/1", _DAY, _SIGNED),
    27: Defect("no day", SIGNED, "113年4月", _DAY, _SIGNED),
    39: Defect("day or month first", SIGNED, "4/1/2024", _DAY, _SIGNED),
    44: Defect("a time beside the day", SIGNED, "2024/4/1 下午", _DAY, _SIGNED),
    52: Defect("no days at all", TERM, "長期", _DAY, _BOTH),
    63: Defect("one day of two", TERM, "113/5/7", "one day alone", _BOTH),
    78: Defect("the end before the start", TERM, "116/5/6~113/5/7", "the last day is before the first", _BOTH),
    81: Defect("no amount", COST, "面議", "not a number", _COST),
    95: Defect("a vague amount", COST, "約百萬", "not a number", _COST),
    104: Defect("less than nothing", COST, -5, "0", _COST),
    113: Defect("an unknown currency", COST, "1,200,000 貝殼", "貝殼 is no currency that is known", _COST),
    122: Defect("a formula without a result", COST, "=no result", "result was not saved", _COST),
    136: Defect("a formula that failed", COST, "=#REF!", "result is an error", _COST),
    141: Defect("none without a reason", SUBCONTRACTORS, "無", "needs its reason", ("scope.subcontractors",)),
    154: Defect("overlong", NUMBER, "號" * 301, "300", ("contract.number",)),
    165: Defect("another name of the supplier", EN, "Lark Ltd.", "the record says otherwise: Wren Networks"),
    176: Defect("an unknown country", COUNTRY, "月球", "must be a code of 2 letters"),
    187: Defect("an unknown person", OWNER, "查無此人", "has no 查無此人", is_fatal=True),
    198: Defect("a person who could be two", OWNER, NAMESAKES[0], f"{NAMESAKES[0]} is several", is_fatal=True),
    203: Defect("an unknown system", SYSTEMS, "交易主機、舊系統", "has no 舊系統", is_fatal=True),
    214: Defect("one of several unknown", ACTIVITIES, "維護、占卜", "占卜 is none of", is_fatal=True),
    225: Defect("neither yes nor no", FLAG, "看情況", "neither yes nor no", is_fatal=True),
    236: Defect("none of the few", CLOUD, "混合雲", "混合雲 is none of", is_fatal=True),
    247: Defect("no title", TITLE, None, "a draft needs these", is_fatal=True),
    _UNNUMBERED: Defect("a number too short", REGISTERED, "1234567", "eight digits"),
    271: Defect("data of which one is unknown", DATA, "個人資料，暗號", "暗號 is none of", is_fatal=True),
}
"""Engagement to what is wrong with its row."""


def _wide(text: str) -> str:
    return "".join(chr(ord(each) + 0xFEE0) for each in text)


def lines(count: int = COUNT) -> Iterator[tuple[int, list[Any]]]:
    """The rows below the headings by their numbers: engagements, and what else such a sheet has among them."""
    listed = [each.written for each in engagements()[:count]]
    rows = [*listed[:30], [part for _, parts in HEADINGS for part in parts], *listed[30:], [], listed[7]]
    rows.append(["合計", *[None] * 21, 72_001_770])
    yield from enumerate(rows, FIRST)


def row_of(number: int) -> int:
    """The row in the sheet of an engagement of the table."""
    return FIRST + number + (number >= 30)


HIDDEN = (row_of(11), row_of(47))
AGAIN, TWICE, SUM = FIRST + 30, FIRST + COUNT + 2, FIRST + COUNT + 3
MERGED = range(0, 40, 20)
"""The first engagements of suppliers whose name stands once, over the rows of several."""
