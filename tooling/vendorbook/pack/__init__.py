"""The pack that an examiner takes away, and checking one.

contents(wanted, trail)   its files, from a commit as of a day
sealed(files, …)          with the list of hashes, a signature, a timestamp
write(…)                  as an archive, the same bytes every time
checked(path, …)          what is wrong with an archive
"""
