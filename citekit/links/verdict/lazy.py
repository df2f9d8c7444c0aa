"""Parts of a value that are made when they are first asked for.

`functools.cached_property` takes a lock for each of them up to Python 3.11, which is much for thousands of pages.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801 - a decorator, named as one
    """A property whose value is kept in the instance.

    >>> class Page:
    ...     @lazy
    ...     def length(self) -> int:
    ...         print("counted")
    ...         return 3
    >>> page = Page()
    >>> page.length + page.length
    counted
    6
    """

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...
    def __get__(self, instance: object | None, owner: type) -> Self | T:
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._make(instance)
        return value
