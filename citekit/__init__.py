"""citekit turns the footnotes of a scholarly article into a living bibliography."""
