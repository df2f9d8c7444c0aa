"""A CSL processor: citations and bibliographies in any style of the Citation Style Language 1.0.2.

>>> from citekit.csl import Cite, Processor, Style
>>> style = Style.load('''<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
...   <citation><layout prefix="(" suffix=")"><names variable="author"><name form="short"/></names></layout></citation>
... </style>''')
>>> items = [{"id": "faust", "type": "book", "author": [{"family": "Goethe", "given": "J. W."}]}]
>>> Processor(style, items).cite([[Cite("faust")]])
['(Goethe)']
"""

from __future__ import annotations

from citekit.csl.context import Cite
from citekit.csl.errors import StyleError
from citekit.csl.formats import FORMATS, Format, Run, runs
from citekit.csl.processor import Processor
from citekit.csl.style import Style

__all__ = ["FORMATS", "Cite", "Format", "Processor", "Run", "Style", "StyleError", "runs"]
