"""Names that a register has, and names that are refused with the words that say why."""

from __future__ import annotations

LONG = "a" * 65

ALLOWED = (
    "vendors/kite-systems/supplier.yaml",
    "vendors/kite-systems/journal/2026-02-12-diversification.yaml",
    "vendors/kite-systems/evidence/iso27001.pdf",
    "vendors/k/7/engagement.yaml",
    f"vendors/{'a' * 64}/{'b' * 64}/engagement.yaml",
    "vendors/kite/orders/journal/2026-01-31-risk-assessment.yaml",
    "vendors/kite/orders/journal/2026-01-31-audit-second-of-two.yaml",
    "vendors/kite/orders/evidence/2026-01-31_report-2.v1.tar.gz",
    "vendors/kite/orders/evidence/console.txt",
    "vendors/auxiliary/common/engagement.yaml",
    "schemas/engagement.schema.json",
    "schemas/journal/audit.schema.json",
    "schemas/a/b/c.json",
    "policies/firm.yaml",
    "policies/rules/twsa.yaml",
    "policies/waivers/night-owl-2026-1.yaml",
    "policies/a/b/c.yaml",
)

REFUSED = {
    # path: (the part that is at fault, a part of the message)
    "vendors/readme.md": ("vendors/readme.md", "one folder a supplier and no file"),
    "vendors/kite/notes.txt": ("vendors/kite/notes.txt", "a supplier's folder holds"),
    "vendors/kite/engagement.yaml": ("vendors/kite/engagement.yaml", "a supplier's folder holds"),
    "vendors/kite/orders/supplier.yaml": (
        "vendors/kite/orders/supplier.yaml",
        "an engagement's folder holds",
    ),
    "vendors/kite/orders/files/x.yaml": ("vendors/kite/orders/files/x.yaml", "an engagement's folder holds"),
    "vendors/kite/orders/engagement.yaml.bak": (
        "vendors/kite/orders/engagement.yaml.bak",
        "an engagement's folder holds",
    ),
    "vendors/kite/orders/journal/audit.yaml": (
        "vendors/kite/orders/journal/audit.yaml",
        "a file of journal/ is called",
    ),
    "vendors/kite/orders/journal/2026-13-01-audit.yaml": (
        "vendors/kite/orders/journal/2026-13-01-audit.yaml",
        "a file of journal/ is called",
    ),
    "vendors/kite/orders/journal/2026-01-01.yaml": (
        "vendors/kite/orders/journal/2026-01-01.yaml",
        "a file of journal/ is called",
    ),
    "vendors/kite/orders/journal/2026-01-01-audit.json": (
        "vendors/kite/orders/journal/2026-01-01-audit.json",
        "a file of journal/ is called",
    ),
    "vendors/kite/orders/journal/old/2026-01-01-audit.yaml": (
        "vendors/kite/orders/journal/old/2026-01-01-audit.yaml",
        "hold files and no folders",
    ),
    "vendors/kite/journal/engagement.yaml": ("vendors/kite/journal/engagement.yaml", "a file of journal/ is called"),
    "vendors/kite/evidence/journal/2026-01-01-audit.yaml": (
        "vendors/kite/evidence/journal/2026-01-01-audit.yaml",
        "hold files and no folders",
    ),
    "vendors/kite/journal/old/2026-01-01-audit.yaml": (
        "vendors/kite/journal/old/2026-01-01-audit.yaml",
        "hold files and no folders",
    ),
    "vendors/kite/orders/evidence/report": ("vendors/kite/orders/evidence/report", "evidence is named with"),
    "vendors/kite/orders/evidence/my report.pdf": (
        "vendors/kite/orders/evidence/my report.pdf",
        "evidence is named with",
    ),
    "vendors/kite/orders/evidence/Report.pdf": ("vendors/kite/orders/evidence/Report.pdf", "lower-case"),
    "vendors/kite/orders/evidence/報告.pdf": (
        "vendors/kite/orders/evidence/報告.pdf",
        "evidence is named with",
    ),
    "vendors/a/b/c/d/e/f.yaml": ("vendors/a/b/c/d/e/f.yaml", "deeper than any folder"),
    "vendors/kite/orders/engagement.yml": ("vendors/kite/orders/engagement.yml", "has to be .yaml"),
    "policies/firm.yml": ("policies/firm.yml", "has to be .yaml"),
    "vendors/kite/orders/engagement.YAML": ("vendors/kite/orders/engagement.YAML", "lower-case"),
    "vendors/kite/orders/Engagement.yaml": ("vendors/kite/orders/Engagement.yaml", "lower-case"),
    "vendors/Kite/supplier.yaml": ("vendors/Kite/supplier.yaml", "Kite is not lower-case"),
    "vendors/kite_systems/supplier.yaml": ("vendors/kite_systems/supplier.yaml", "kite_systems is not"),
    "vendors/kite--systems/supplier.yaml": ("vendors/kite--systems/supplier.yaml", "kite--systems is not"),
    "vendors/風箏/supplier.yaml": ("vendors/風箏/supplier.yaml", "風箏 is not"),
    f"vendors/{LONG}/supplier.yaml": (f"vendors/{LONG}/supplier.yaml", "at most 64"),
    f"vendors/kite/evidence/{'a' * 100}.pdf": (f"vendors/kite/evidence/{'a' * 100}.pdf", "longer than 100"),
    "vendors/kite/.hidden": ("vendors/kite/.hidden", "begins with a dot"),
    "vendors/.gitattributes": ("vendors/.gitattributes", "begins with a dot"),
    "vendors/kite/.venv/supplier.yaml": ("vendors/kite/.venv", "begins with a dot"),
    "vendors/-kite/supplier.yaml": ("vendors/-kite", "begins with a dash"),
    "vendors/kite/orders/evidence/--output=x.pdf": (
        "vendors/kite/orders/evidence/--output=x.pdf",
        "begins with a dash",
    ),
    "vendors/aux/supplier.yaml": ("vendors/aux", "Windows reserves"),
    "vendors/kite/orders/evidence/aux.pdf": ("vendors/kite/orders/evidence/aux.pdf", "Windows reserves"),
    "vendors/kite/orders/evidence/NUL.tar.gz": (
        "vendors/kite/orders/evidence/NUL.tar.gz",
        "Windows reserves",
    ),
    "policies/con.yaml": ("policies/con.yaml", "Windows reserves"),
    "policies/lpt1.yaml": ("policies/lpt1.yaml", "Windows reserves"),
    "vendors/kite\n/supplier.yaml": ("vendors/kite\\x0a", "control or invisible"),
    "vendors/kite/a\x1b[31m.yaml": ("vendors/kite/a\\x1b[31m.yaml", "control or invisible"),
    "vendors/kite/a\r.yaml": ("vendors/kite/a\\x0d.yaml", "control or invisible"),
    "vendors/kite/a\u202efdp.yaml": ("vendors/kite/a\\u{202e}fdp.yaml", "control or invisible"),
    "vendors/kite/a\u200b.yaml": ("vendors/kite/a\\u{200b}.yaml", "control or invisible"),
    "vendors/kite/a\u3000b.yaml": ("vendors/kite/a\\u{3000}b.yaml", "control or invisible"),
    "vendors/kite/\udcff\udcfe.yaml": ("vendors/kite/\\xff\\xfe.yaml", "not valid UTF-8"),
    "vendors/kite/a\\n.yaml": ("vendors/kite/a\\\\n.yaml", "a supplier's folder holds"),
    "schemas/engagement.yaml": ("schemas/engagement.yaml", "schemas/ holds"),
    "schemas/a/b/c/d.json": ("schemas/a/b/c/d.json", "schemas/ holds"),
    "policies/firm.json": ("policies/firm.json", "policies/ holds"),
    "policies/article-5/check.py": ("policies/article-5/check.py", "policies/ holds"),
    "vendors": ("vendors", "a folder belongs here"),
}
