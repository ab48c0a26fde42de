"""Every sentence a person sees, by its id: below everything, so that anything may say something.

A sentence is one whole template with named fields, looked up when it is shown and never at import:
``say("engine.network.no-layers")``. The modules of ``words.en`` hold them, each a dict ``SENTENCES``
{id: template}; another language is a folder beside it with the same ids. A template that depends on a number is a dict
{"one": …, "other": …}, and the field ``n`` chooses.
"""

from functools import cache, lru_cache, wraps
from importlib import import_module
from pkgutil import iter_modules

__all__ = ["ENGLISH", "by_language", "is_sentence", "say", "sentences", "speak", "spoken", "templates"]

ENGLISH = "en"
_spoken = ENGLISH


def say(sentence, /, **fields):
    """The sentence of that id in the language spoken, its fields put in. Raises KeyError for an id that is not known.

    A sentence that the language lacks is said in English.
    """
    template = sentences(_spoken).get(sentence) or sentences(ENGLISH)[sentence]
    if isinstance(template, dict):
        template = template.get("one" if fields["n"] == 1 else "other", template["other"])
    return template.format(**fields)


def by_language(find):
    """A property that holds words: found once in each language in which it is asked for."""
    place = f"{find.__name__} by language"

    @wraps(find)
    def said(self):
        found = self.__dict__.setdefault(place, {})
        if _spoken not in found:
            found[_spoken] = find(self)
        return found[_spoken]

    return property(said)


def is_sentence(sentence):
    """Whether there is a sentence of that id."""
    return sentence in sentences(ENGLISH)


def speak(language):
    """Say everything in this language from now on: the name of a folder beside ``en``."""
    global _spoken
    sentences(language)
    _spoken = language


def spoken():
    """The language that is spoken."""
    return _spoken


def templates(prefix):
    """The sentences whose ids begin so, as dicts within dicts at each dot: for a page, which fills in fields itself."""
    return _templates(prefix, _spoken)


@lru_cache(maxsize=64)  # every widget that is made asks for them
def _templates(prefix, language):
    found = {}
    for sentence in sentences(ENGLISH):
        if sentence.startswith(prefix):
            *path, name = sentence.removeprefix(prefix).split(".")
            inner = found
            for part in path:
                inner = inner.setdefault(part, {})
            inner[name] = sentences(language).get(sentence, sentences(ENGLISH)[sentence])
    return found


@cache
def sentences(language):
    """{id: template} of a language. Raises ValueError for one that is not there, or for an id that stands twice."""
    try:
        folder = import_module(f"{__name__}.{language}")
    except ModuleNotFoundError:
        raise ValueError(f"No language {language!r}; expected a folder of that name in {__name__}.") from None
    found = {}
    for module in iter_modules(folder.__path__, f"{folder.__name__}."):
        new = import_module(module.name).SENTENCES
        if twice := found.keys() & new.keys():
            raise ValueError(f"{module.name} says {sorted(twice)} once more.")
        found |= new
    return found
