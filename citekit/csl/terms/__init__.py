"""The words of languages, a module a dialect: `TERMS` is a table of one term a line, `DATES` the localised dates.

A line of `TERMS` is `name: long | short ... | verb ... | verb-short ... | symbol ...`; ` / ` parts singular and plural,
`[feminine]` is the gender of a noun, `name@feminine` the form of an ordinal for nouns of that gender, and
`[whole-number]` says what of a number an ordinal suffix looks at.
"""
