internal import Model

/// Why a message is not taken apart: it can be read in two ways, or not at all.
///
/// Programs differ over such messages, so that one would show what another has overlooked.
func refused(_ reason: String, mend: String = "Save the message anew from the mail program, or send its text")
  -> Problem
{
  Problem(.unscannable, "", reason, mend: mend)
}
