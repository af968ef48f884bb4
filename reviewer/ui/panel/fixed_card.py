"""A finding that the text has no more: it was put right, and stays in the totals."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from reviewer.messages import Message, message
from reviewer.review import SettledFinding, Settlement
from reviewer.ui.look.check_facts import check_title
from reviewer.ui.look.widgets import Text
from reviewer.ui.panel.mark_widgets import DecisionMark
from reviewer.wording import in_words

_HOW: dict[Settlement, Message] = {
    "corrected": message("Fixed"),
    "realigned": message("Settled by another link"),
    "replaced": message("Fixed in a new version"),
    "withdrawn": message("Withdrawn by the check"),
}


class FixedCard(QFrame):
    """What was found, without buttons: there is nothing left to decide."""

    def __init__(self, settled: SettledFinding) -> None:
        super().__init__()
        self.setObjectName("fixed")
        self.setStyleSheet(
            "QFrame#fixed { border: 1px dashed palette(placeholder-text); border-radius: 7px; }"
        )
        title, how = check_title(settled.finding.check), in_words(_HOW[settled.how])
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(DecisionMark("fixed"))
        head.addWidget(Text(title, wrap=False).sized(1.0, bold=True))
        head.addStretch(1)
        head.addWidget(Text(how, wrap=False).sized(1.0, bold=True))
        inside.addLayout(head)
        inside.addWidget(Text(settled.finding.message).quiet())
        self.setAccessibleName(f"{title}, {how}. {in_words(settled.finding.message)}")
