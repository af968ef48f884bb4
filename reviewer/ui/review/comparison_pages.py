"""The pages that compare all translations."""

from __future__ import annotations

from reviewer.ui.review.comparison_page import ComparisonPage
from reviewer.ui.review.figures_model import FiguresModel
from reviewer.ui.review.matrix_model import MatrixModel
from reviewer.ui.review.overview_model import OverviewModel
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import tr

_LEAST_WIDTHS = 185, 220, 130


def comparison_pages(
    review: OpenReview,
) -> tuple[ComparisonPage, ComparisonPage, ComparisonPage]:
    """The texts side by side, the matrix of sentences, and the figures."""
    texts, matrix, figures = _LEAST_WIDTHS
    nothing = tr("The source has no sentence.")
    return (
        ComparisonPage(review, OverviewModel(), tr("All translations"), nothing, texts),
        ComparisonPage(review, MatrixModel(), tr("Which has which sentence"), nothing, matrix),
        ComparisonPage(
            review, FiguresModel(), tr("All figures"), tr("The source has no figures."), figures
        ),
    )
