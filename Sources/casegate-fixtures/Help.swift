/// The text of `--help`.
let help = """
  Writes invented contact-centre logs, with the places of all personal data in them.

  USAGE
    casegate-fixtures bundle --seed N --size-mb M --output DIR [--truth FILE] [--people N]
    casegate-fixtures mixed  --seed N --size-mb M --output FILE [--truth FILE] [--people N]

  COMMANDS
    bundle   a folder as a customer would send it: logs of many servers about the same calls,
             settings, exports, in several encodings
    mixed    one long log with lines of all servers, for measuring; memory stays constant

  OPTIONS
    --seed N       which data; the same seed gives the same bytes everywhere (default 1)
    --size-mb M    how much, in MiB
    --output PATH  the folder of a bundle (new or empty), the file of a mixed log, or - for standard output
    --truth FILE   where to write what was planted where, one JSON object per line:
                   {"file":"a.log","offset":120,"length":12,"category":"phone","kind":"plant"}
                   Offsets and lengths are bytes of the file. Kind "plant" must be found;
                   kind "trap" looks like personal data but must stay, its category is null.
    --people N     from how many customers the calls come (default 5000)

  EXAMPLES
    casegate-fixtures bundle --seed 7 --size-mb 20 --output /tmp/case --truth /tmp/case.truth.jsonl
    casegate-fixtures mixed --seed 7 --size-mb 20480 --output - | casegate filter > /dev/null

  All people, numbers and machines are invented: telephone numbers are 555-01xx, mail addresses
  and hosts lie under example.com, .net and .org, card numbers in ranges for tests.

  EXIT STATUS
    0 written, 2 nothing or not everything written
  """
