"""How long a translation should be."""

from reviewer.alignment.lengths import length_ratio


def test_the_ratio_is_the_texts_own_unless_one_tells_only_a_part() -> None:
    source = ["One sentence of the usual length."] * 10
    assert length_ratio(source, ["Ein Satz von der gewöhnlichen Länge."] * 10) > 1.05
    assert 0.9 < length_ratio(source, ["Ein Satz von gewöhnlicher Länge."] * 5) < 1.1
