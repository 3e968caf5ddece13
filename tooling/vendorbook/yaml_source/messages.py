"""Refusals of the structure of a file."""

from vendorbook.model import Text
from vendorbook.yaml_source import limits

ANCHOR = Text("不支援錨點（&）：請把內容直接寫出來", "anchors (&) are not supported: write the content out")
ALIAS = Text("不支援別名（*）：請把內容直接寫出來", "aliases (*) are not supported: write the content out")
TAG = Text(
    "不支援標籤（!）：請刪除，文字請加引號",
    "tags (!) are not supported: delete it, or quote it if it is text",
)
DIRECTIVE = Text("不支援 YAML 指示（%）：請刪除這一行", "YAML directives (%) are not supported: delete the line")
DOCUMENT_END = Text(
    "不要寫「...」：一檔一份，檔案結束即結束", "delete `...`: a file is one document and ends where it ends"
)
SECOND_DOCUMENT = Text(
    "一檔只能有一份文件：請把其後的內容併入前面或移到另一檔",
    "a file holds one document: merge what follows into the first, or move it to its own file",
)
EMPTY_FILE = Text("檔案是空的：請寫入內容，或刪除檔案", "the file is empty: write its content, or delete the file")
ONLY_COMMENTS = Text(
    "檔案只有註解：請寫入內容，或刪除檔案",
    "the file holds nothing but comments: write its content, or delete it",
)
TOP_IS_NO_MAPPING = Text(
    "檔案最上層必須是「鍵: 值」的對照表（冒號用半形，後接空格）",
    "the top of a file must be a mapping, `key: value` (an ASCII colon and a space)",
)
TOO_DEEP = Text(
    f"巢狀超過 {limits.DEPTH} 層：請改用較平的結構",
    f"nested over {limits.DEPTH} levels: flatten it",
)
TOO_MANY = Text(
    f"內容超過 {limits.PARTS} 個鍵與值：請拆成多個檔案",
    f"over {limits.PARTS} keys and values: split the file",
)
