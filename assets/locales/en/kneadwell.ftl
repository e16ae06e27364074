### Everything that is said by its key in the code: a missing key or argument is a compile error there.
### What is keyed by data (sites, tools, cues) has a file of its own beside this one, covered by tests.

## Faults of a program file: what is wrong, and a hint at what is likely meant

fault-empty = the file is empty
