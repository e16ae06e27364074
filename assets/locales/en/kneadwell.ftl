### Everything that is said by its key in the code: a missing key or argument is a compile error there.
### What is keyed by data (sites, tools, cues) has a file of its own beside this one, covered by tests.

## Faults of a program file: what is wrong, and a hint at what is likely meant

fault-line = { $file }:{ $line }:{ $column }: { $path }: { $what }
fault-line-hint = { $file }:{ $line }:{ $column }: { $path }: { $what } ({ $hint })
did-you-mean = did you mean { $likely }?

fault-empty = the file is empty
fault-too-large = the file is larger than 1 MiB
    .hint = a program is a few kilobytes of text: is this another kind of file?
fault-byte-order-mark = the file begins with a byte order mark
    .hint = save it as UTF-8 without one
fault-utf16 = the file is UTF-16 text
    .hint = save it as UTF-8
fault-not-text = the file is not UTF-8 text
    .hint = is this another kind of file?
fault-too-deep = brackets nest deeper than { $most }
    .hint = a program needs fewer than ten
fault-more = { $count ->
    [one] one more fault is not listed
   *[other] { $count } more faults are not listed
}
    .hint = mend those above first

syntax-comment = JSON has no comments
    .hint = "notes", and "note" at a point, are for remarks
syntax-trailing-comma = there is a comma after the last entry
    .hint = leave it out
syntax-missing-comma = a comma is missing here
syntax-missing-colon = a colon must follow the key
syntax-missing-value = a value is missing here
syntax-single-quotes = texts stand in double quotes
    .hint = write "text", not 'text'
syntax-bare-key = a key must stand in double quotes
syntax-bare-word = "{ $written }" has no meaning outside quotes
    .hint = is it a text? Then write "{ $written }" with its quotes
syntax-number = this is not a number that JSON knows
    .hint = amounts are whole numbers such as 3
syntax-escape = a backslash must be followed by one of " \ / b f n r t u
    .hint = a backslash itself is written \\
syntax-surrogate = this \u escape is half of a character
syntax-open-text = this text has no closing quote on its line
    .hint = a line break inside a text is written \n
syntax-open-object = this {"{"} is never closed
    .hint = is the file cut off?
syntax-open-list = this [ is never closed
    .hint = is the file cut off?
syntax-second-value = there is more text after the end of the program
    .hint = a file holds one program
syntax-blank = the character { $code } may not stand here as it is
syntax-unexpected = { $written } has no place here
syntax-curly-quotes = { $written } is a curly quote
    .hint = use straight quotes: "
syntax-end = the file ends where a value should follow
    .hint = is the file cut off?

fault-newer-version = the file is of version { $written }, and this app reads version 1
    .hint = get a newer version of Kneadwell
fault-unknown-version = there is no version { $written }
    .hint = write "kneadwell": 1
fault-missing-key = the key "{ $key }" is missing
fault-unknown-key = "{ $key }" is not a key here
    .hint = the keys here are { $known }
fault-duplicate-key = the key "{ $key }" stands here for a second time
    .hint = it stands first on line { $line }
fault-wrong-type = this must be { $wanted }, not { $found }

wanted-text = a text in double quotes
wanted-number = a whole number
wanted-time = a time such as "45s" or "1m30s"
wanted-number-or-bounds = a whole number, or an object with "start" and "max"
wanted-time-or-bounds = a time such as "45s", or an object with "start" and "max"
wanted-date = a day such as "2026-11-02"
wanted-switch = true or false
wanted-list = a list in [ ]
wanted-object = an object in {"{"} {"}"}
wanted-pair = two numbers such as [3, 5]
wanted-site = the id of a site, or an object with "name", "where" and "region"
found-null = null
found-switch = true or false
found-number = a number
found-text = a text
found-list = a list
found-object = an object

fault-not-a-time = "{ $written }" is not a time
    .hint = times are written "45s", "2m" or "1m30s"
fault-not-whole = { $written } is not a whole number
fault-out-of-range = { $written } is outside the range { $least } to { $most }
fault-min-above-start = "min" { $min } is more than "start" { $start }
fault-start-above-max = "start" { $start } is more than "max" { $max }
fault-step-too-large = a step of { $step } does not fit: from "min" to "max" is { $room }
fault-not-a-pair = { $found ->
    [0] "feel" has no numbers
    [one] "feel" has one number
   *[other] "feel" has { $found } numbers
}
    .hint = write two: the discomfort at the first and at the last hold, such as [3, 5]
fault-feel-reversed = "feel" begins at { $from } and ends lower, at { $to }
    .hint = did you mean [{ $to }, { $from }]?
fault-feel-above-ceiling = "feel" goes up to { $to }, but the highest ceiling here is { $ceiling }
    .hint = lower it, or write a higher "ceiling" where the limits allow one
fault-ceiling-above-limits = a ceiling of { $ceiling } is above the program's, { $limit }
    .hint = "limits" may have a "ceiling" of up to 7; it is 5 unless written
fault-ceiling-above-region = a ceiling of { $ceiling } is too high here: { $cap } is the most at the { $region }
fault-ramp-too-long = a ramp of { $ramp } is more than half of the hold, { $hold }
fault-pressed-too-long = one side is pressed for { $pressed } in a session: { $most } is the most
    .hint = make it fewer or shorter
fault-session-too-long = this session lasts { $length } at its start dose, every wait included: the limit is { $limit }
    .hint = take out points, or raise "session" in "limits", to 30m at most

fault-unknown-site = "{ $written }" is not a site this version knows
    .hint = docs/program-format.md lists the sites; a place of your own is an object with "name", "where" and "region"
fault-unknown-tool = "{ $written }" is not a tool this version knows
fault-unknown-technique = "{ $written }" is not a technique this version knows
fault-unknown-side = "{ $written }" is not a side
fault-unknown-region = "{ $written }" is not a part of the body this version knows
fault-unknown-day = "{ $written }" is not a day of the week
fault-unknown-raisable = "{ $written }" is not an amount that can be raised
one-of = one of { $choices }
fault-tool-not-for-site = "{ $tool }" is not a tool for "{ $site }"
    .hint = its tools: { $tools }
    .hint-none = this site has none; leave "tool" out
fault-middle-of-pair = "{ $site }" is on the left and on the right, not in the middle
    .hint = write "left", "right" or "both"
fault-side-twice = "{ $site }" with side "{ $side }" stands in this routine already: line { $line } asks for "{ $first }"
fault-locked-site = "{ $site }" is locked: vessels, nerves or organs lie close, and the program does not unlock it
    .hint = stretch it only, or write "unlock": true at this point
fault-own-name-taken = "{ $site }" is the name of a site of the library
    .hint = write "site": "{ $site }", or choose another name
fault-nothing-to-do = this point has neither "press" nor "stretch"
fault-routine-twice = another routine is called "{ $name }"
    .hint = it stands on line { $line }

fault-empty-text = this text is empty
fault-text-too-long = this text has { $length } characters: { $most } is the most
fault-control-character = this text has the control character { $code }
    .hint = delete it and type the text anew
fault-line-break = this text must be one line
fault-bidi-character = this text has { $code }, a character that turns the direction of writing
    .hint = delete it and type the text anew
fault-empty-list = this list is empty
fault-too-many = this list has { $found } entries: { $most } is the most
fault-duplicate-entry = "{ $written }" stands here for a second time

fault-not-a-date = "{ $written }" is not a day of the calendar
    .hint = days are written year-month-day, such as "2026-11-02"
fault-year-out-of-range = the year { $year } is outside 2000 to 2199
fault-before-prescribed = { $date } is before the day of prescribing, { $on }
fault-days-disagree = "days" names { $named }, but "days_per_week" is { $per_week }
    .hint = leave one of them out, or make them agree
fault-too-many-sessions = { $sessions } sessions a day are more than { $most }
    .hint = up to 6 are for programs of strokes alone

## Places

side-left = Left
side-right = Right
side-middle = Middle
sided-left = left { $place }
sided-right = right { $place }
list-and = { $rest } and { $last }
stretch-own = Stretch as your therapist showed you.

## A session

phase-ready = Get ready
phase-locate = Find the spot
phase-press = Press
phase-release = Release
phase-rest = Rest
phase-stretch = Stretch
phase-move = Move
phase-switch = Switch sides
phase-done = Done
next-work = { $phase } { $length }
next-then = then { $then }
work-hold = hold { $round } of { $rounds }
work-strokes = set { $round } of { $rounds }
work-bout = bout { $round } of { $rounds }
work-stretch = stretch { $round } of { $rounds }
seconds = { $seconds } s
minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
refused-locked = Your therapist set this amount. It stays as it is.
refused-at-most = This is the longest the program allows.
refused-pressed-enough = This spot has been pressed long enough today.
refused-session-limit = The session would get longer than the program allows.
refused-too-soon = A hold counts as let go from 10 s on.
refused-not-here = That key has nothing to do here.
ask-discomfort = { $place }: how strong was the press? 0 touch only, 10 too much
ask-symptoms = Tingling, numb, dizzy or sick? Any key for yes.

## A session, line by line

told-ready = Get ready: { $place }, { $length }
told-locate = Find the spot: { $place }. Any key when you have it.
told-press = Press: { $place }, hold { $round } of { $rounds }, { $length }, up to { $target } of 10
told-caution = Take care: { $caution }
told-step-up = A little more: { $level } of 10
told-release = Release
told-rest = Rest, { $length }
told-stretch = Stretch: { $place }, { $round } of { $rounds }, { $length }. To first tightness, never pain.
told-stretch-less = Stretch: { $place }, { $round } of { $rounds }, { $length }. Less than usual: stop well before tightness.
told-lowered = You said { $said }, one over the limit. The next holds are one lower, up to { $level }.
told-lowest = You said { $said }, one over the limit. The next holds stay at { $level }, the lowest there is.
told-pressing-ended = You said { $said }, well over the limit. This side is pressed no more today, and stretched less than usual.
told-move = Move slowly: { $place }, { $length }
told-switch = Switch sides, { $length }
told-found = Found
told-paused = Paused. Let go. Space goes on.
told-stopped = Stopped. space: go on · f: finish early and keep · d: leave it out · esc: something feels wrong
told-resumed = On again
told-unwell = Something feels wrong. Let go and stay off the spot.
told-extended = { $length } more
told-eased = Eased off: { $level } of 10
told-eased-stretch = Eased off: a little less
told-let-up = The stretch ends here
told-let-go = It let go after { $length }
told-answered = Noted: { $level }
told-yes = Noted: yes
told-unanswered = Not answered
told-finished-early = Finished early. What was done is kept.
told-discarded = Left out of the figures.

## The player

player-paused = Paused
player-point = Point { $point } of { $points }
player-point-work = Point { $point } of { $points } · { $work }
player-left = left
player-heard = Tones
player-silent = Sound off: watch the screen
player-stop = Stop
player-of = of { $seconds } seconds
player-locate-limit = goes on by itself
player-next = Next
player-stretch-strength = To first tightness. Never pain.
player-stretch-breath = Breathe slowly and let it come. Any key makes it less.
player-stretch-less = Less than usual: stop well before tightness.
player-stretch-less-short = Less than usual
player-stretch-less-how = Stop well before tightness. Any key makes it less still.
player-caution = Take care
player-aim = Aim for { $from } to { $to }
player-aim-one = Aim for { $level }
player-hatched = hatched: above your limit
player-ask = { $place }: how strong was the press?
player-ask-symptoms = Tingling, numb, dizzy or sick?
player-ask-closes = Closes by itself. No answer is fine.
player-symptoms-yes = Yes, something is wrong
gauge-low = touch
gauge-aim = good hurt, easy breath
gauge-high = too much
gauge-name = Strength now { $level } of 10, aim for { $from } to { $to }, never above { $limit }
ask-touch = touch only
ask-onset = first hurt
ask-limit = your limit
ask-too-much = too much
of-ten = { $number } of 10
amount = { $count } × { $length }
cap-space = Space
cap-any-other = any other key
cap-any = any key
key-pause = Pause
key-resume = Go on
key-ease = Ease off
key-let-go = It let go
key-back = Again
key-skip = Go on now
key-more = 10 s more
key-found = Found it
key-symptoms = Yes
sheet-title = Stop here?
sheet-under = { $left } left to go. Answers are kept in any case.
sheet-resume = Go on
sheet-finish = Finish early and keep what is done
sheet-discard = Leave this session out
sheet-wrong = Something feels wrong
sheet-keys = Space goes on. Esc once more: something feels wrong.

## Across the top of a screen

notice-nothing-kept = Nothing is being kept: { $why }. A session runs all the same, but its answers are gone when Kneadwell closes.
notice-damaged-restored = Your journal was damaged. The damaged file was put aside as { $file }, and the backup of { $day } is in its place: what came after { $last } is missing.
notice-damaged = Your journal was damaged. The damaged file was put aside as { $file }. There was no backup, so the journal begins anew.
notice-missing = Your journal was not there. The backup of { $day } is in its place: what came after { $last } is missing.
notice-newer = Your journal was written by a newer Kneadwell. It can be read here, and nothing new is kept.
notice-read-only = Your journal can be read but not written. Nothing new is kept.
notice-damage-found = Your journal is damaged. At the next start it is put aside and its newest backup is opened.
notice-no-backup = Today has no backup of your journal: { $why }.
notice-settings-reset = The settings could not be read and are back at their first values. The old file was put aside.
notice-trouble = Not kept yet: { $why }. Kneadwell goes on trying as long as it is open.
notice-settings-not-kept = The settings could not be kept: { $why }.
notice-unreadable-session = A session was broken off, but its program can no longer be read. What was answered is in the journal.
notice-in-force = { $title }, from { $by }, is your program now.
notice-unread = The journal cannot be read ({ $why }). Without it nobody knows what is locked, so nothing is begun. Quit, look at the data folder, and open the newest backup.
notice-marked = You marked: { $signs }. Have it looked at before you press again.

## Files and the window

file-filter = Kneadwell programs
file-unreadable = { $name }:1:1: $: { $why }
file-unwritable = { $name }: cannot be written: { $why }
file-missing = there is no such file
file-no-file = this is not an ordinary file
file-refused = the system does not let it be read: { $why }
window-title = Kneadwell
program-routine = { $name }: { $points ->
    [one] { $points } point
   *[other] { $points } points
}

## The journal

journal-title = { $program } · { $routine }
journal-after-hold = { $place }, after hold { $round }
ended-finished = Done
ended-early = Finished early
ended-discarded = Left out
ended-not = Broken off
told-time-left = { $left } left
sides-both = { $place }, both sides
## The frame around the screens, and days in words

room-today = Today
room-program = Program
room-body = Body
room-journal = Journal
room-settings = Settings
banner-put-away = Put away
weekday-name = { $number ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
month-name = { $number ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
day-and-month = { $day } { $month }
whole-day = { $weekday } { $date }
whole-day-year = { $weekday } { $date } { $year }
## Signs, in a note to read out

safety-own = “{ $words }”
safety-note = At { $time } today I noticed: { $signs }.
safety-note-tool = I was pressing with the { $tool } for { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}, here: { $place }.
safety-note-place = I had been at it for { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}, here: { $place }.

## Summary: what a session came to

summary-done = Done: { $done } of { $planned } points, { $length }
summary-early = Finished early: { $done } of { $planned } points, { $length }
summary-minutes = { $minutes } min
summary-worked = { $holds ->
    [one] { $holds } hold
   *[other] { $holds } holds
} and { $stretches ->
    [one] { $stretches } stretch
   *[other] { $stretches } stretches
}.
summary-held = { $holds ->
    [one] { $holds } hold
   *[other] { $holds } holds
}.
summary-stretched = { $stretches ->
    [one] { $stretches } stretch
   *[other] { $stretches } stretches
}.
summary-nothing = Nothing was pressed or stretched this time.
summary-eased = You eased off { $eases ->
    [1] once
    [2] twice
   *[other] { $eases } times
}, which is what the key is for.
summary-point = Point
summary-holds = Holds
summary-tenderness = Tenderness
summary-eased-at = eased off at { $length } in hold { $round }
summary-let-go = let go after { $length } in hold { $round }
summary-hold-marks = Holds: { $whole } whole, { $part } in part, { $missed } left out
summary-less = less tender
summary-same = the same
summary-more = more tender
summary-unanswered = not answered
summary-spot = { $place }, { $side }
summary-slot = { $place }, after hold { $round }: { $answer }
summary-correct = Correct an answer
summary-correct-ask = After hold { $round }: how strong was the press?
summary-correct-close = Leave it
summary-number = { $number } of 10
summary-touch = 0 touch only
summary-too-much = 10 too much
summary-next = Next time
summary-next-same = The same dose next time.
summary-next-eased = { $place }: you eased off here.
summary-next-eased-many = You eased off at { $points } points.
summary-next-limit = The limit stays where it is, and next time you can ease as early.
summary-next-sore = A little soreness until tomorrow is common.
summary-pain = How is the pain in your { $region } now?
summary-pain-number = Pain { $number } of 10
summary-no-pain = 0 no pain
summary-worst = 10 worst pain imaginable
summary-before = Before the session you said { $pain }.
summary-kept = Kept.
summary-wrong = Something felt wrong
summary-effects = Anything since the press?
summary-note = A note, if you like
summary-leave = Done

## The list of signs

check-title = Before you start
check-lead = Something is new? Tick what you have now, and skip a spot that should be left alone.
check-title-inside = Something feels wrong
check-lead-inside = You have let go, and the session waits. Tick what you feel.
check-stop = If you have one of these, we stop today
check-stays = Your answers stay on this computer.
check-own = from your program file
check-more = More below
check-none = None of these apply
check-continue = Continue
check-skip = Skip a spot today
check-skip-why = Broken skin, rash, bruise, swelling, or still sore from last time.
check-then = What happens next
check-then-before = A tick means no session today. The next screen says where to turn.
check-then-inside = A tick ends the session. What you have done is kept, and the next screen says where to turn. If none of these apply, you go back to where you were.
check-back = Back to Today

## The long list, before the first session, every 30 days and with a new part of the body

gate-lead-first = { $regions }. Asked before the first session, every 30 days, and with a new part of the body.
gate-lead-again = { $regions }. Asked again every 30 days, for something may have changed.
gate-lead-new = { $regions }. Asked again, for your program has a part of the body that is new to this list.
gate-ask = Ask your clinician first
gate-know = It helps to know
gate-skip-why = Where there is any of these: { $reasons }.
gate-later = Not today

## What is locked on Today, and how a go-ahead is recorded

locked-title = On hold until a clinician agrees
locked-title-points = On hold here until a clinician agrees
locked-record = Record a go-ahead
locked-record-for = Record a go-ahead. { $what }
locked-only = Only if a doctor or therapist has told you that you may go on.
locked-by = Who said so
locked-by-hint = Name of the doctor or therapist
locked-on = On which day
locked-on-hint = Year, month and day, such as { $example }
locked-save = Save the go-ahead
locked-cancel = Cancel
locked-no-name = A name is missing.
locked-no-day = The day is not one: write it like { $example }.
locked-future = That day is still to come.

## The stop screen

stop-title = Stop here.
stop-title-emergency = Call the emergency number now.
stop-title-same-day = Get checked today.
stop-title-today = Stop for today.
stop-marked = You marked
stop-marked-more = , and { $more } more.
stop-why-emergency = Do not wait to see whether it passes.
stop-why-same-day = Pressing is not right for this until someone has looked at it.
stop-why-today = That is enough for today, whatever was still to come.
stop-leave = Leave the area alone
stop-leave-how = No pressing and no stretching there.
stop-call-emergency = Call the emergency number
stop-call-emergency-how = Say what you noticed. The note has it in words. Do not drive yourself.
stop-call-same-day = Call your doctor today
stop-call-same-day-how = Or an out-of-hours service. You can read out the note.
stop-call-today = Call your doctor if it stays or gets worse
stop-call-today-how = Today, if it is still there this evening. You can read out the note.
stop-tell = Tell { $name }
stop-tell-nobody = Tell your therapist
stop-tell-how = Before the next session.
stop-tell-contact = { $contact }, from your program file
stop-emergency = Call the emergency number now
stop-emergency-if = if your face droops, your speech slurs, your chest hurts, or both arms or legs turn weak.
stop-note = A note to read out
stop-copy = Copy
stop-copied = Copied
stop-saved = { $holds ->
    [one] Your { $holds } finished hold is saved.
   *[other] Your { $holds } finished holds are saved.
}
stop-close = Save and close
stop-unmark = I ticked this by mistake

## The command line

check-ok = { $title } ({ $routines ->
    [one] { $routines } routine
   *[other] { $routines } routines
}, { $points ->
    [one] { $points } point
   *[other] { $points } points
})
no-such-routine = { $file }: there is no routine "{ $asked }"; there is { $names }
render-done = { $file }: { $length }, { $cues } cues
strength = { $from } to { $to }, never above { $ceiling }
strength-one = { $to }, never above { $ceiling }
play-keys = space: pause · l: it let go · left: again · right: go on · +: 10 s more · esc: stop · any other key: ease off
play-nothing = There is nothing to do in this routine.
play-unwell = Stay off the spot. If it does not pass soon or gets worse, have it looked at today. Tell { $contact }.
play-summary = { $holds ->
    [one] { $holds } hold
   *[other] { $holds } holds
}, { $stretches ->
    [one] { $stretches } stretch
   *[other] { $stretches } stretches
}, eased off { $eases ->
    [0] never
    [one] once
   *[other] { $eases } times
}, { $time }
no-display = There is no display here. `kneadwell play FILE --text` runs the same session in the terminal.
no-window = The window cannot be opened: { $why }. `kneadwell play FILE --text` runs the same session in the terminal.
kept-nowhere = nowhere: nothing is being kept
licence = Free software, MIT or Apache-2.0 as you choose. Typeface: Atkinson Hyperlegible Next, Open Font License.

## Today

today-morning = Good morning
today-afternoon = Good afternoon
today-evening = Good evening
today-from = { $day }, from { $by }
today-notes-more = Read on
today-notes-less = Show less
today-pain = How is the pain in your { $regions } now?
pain-low = 0 no pain
pain-high = 10 worst pain imaginable
today-pain-why = Asked before and after, so that both are in your journal.
today-pain-kept = Kept. You may change it until you start.
today-pain-change = You may change it until you start.
today-pain-put-off = Not answered. You may still answer until you start.
today-not-now = Not now
today-points = { $points ->
    [one] { $points } point
   *[other] { $points } points
}
today-press-and-stretch = press, then stretch
today-press-only = press
today-stretch-only = stretch
today-sum = { $points } · { $work } · about { $length }
today-left-out = left out today
today-take-in = Take in again
today-take-in-point = Take in again: { $point }
side-both = Both
dose-times = { $count } × { $seconds } s
dose-strokes = { $sets } × { $count }
dose-strokes-kind = slow strokes
dose-alternate = { $on } s on, { $off } s off
dose-glide = light gliding
dose-roll = slow rolling
dose-press = Press { $dose }
dose-stretch = Stretch { $dose }
today-aim = Aim for { $from } to { $to }
today-aim-one = Aim for { $level }
today-never-above = Never above { $limit } of 10.
today-stretch-strength = Stretch to first tightness, never pain.
strength-low = 0 touch only
strength-high = 10 too much
today-nothing-new = Nothing new since last time
today-something-new = Something is new
today-start = Start
today-start-hint = Space pauses. Any other key eases off.
start-waits-new = Choose one of the two, then start.
start-waits-points = Every point is left out today.
start-waits-broken = First choose what becomes of the session above.
start-waits-after = First answer the question above, or put it off.
after-title = Sore from { $day }'s { $worked }?
after-pain-now = How is the pain in your { $worked } now?
after-pain-then = How was the pain the morning after?
after-lowers = Your answer can lower today's dose. It never raises it.
after-kept = Kept. You may change it until you start.
after-soreness = Soreness
after-effects = Anything else?
after-effects-hint = Tick what applies.
after-where = Where?
after-where-hint = No tick means all.
after-done = That is all
after-change = Change
after-answer = Answer now
after-put-off = Not answered
after-said-pain = Pain { $pain } of 10
soreness-none = No soreness
soreness-within-day = Gone within a day
soreness-longer = Longer than a day, gone now
soreness-still = Still there
effects-none = None of these
dose-title = Today's dose
dose-easy = An easy session today
dose-less = Do less today
dose-planned = Back to the planned dose
dose-maintain = Two or three days a week from now on
dose-more = and { $count } more
why = Why
why-of = Why: { $sentence }
ladder-here = Steps { $rungs }. Now { $here }.
ladder-offered = Steps { $rungs }. Now { $here }, and { $offered } is offered.
broken-at-hold = Take up at hold { $round } of { $rounds }{ $side ->
    [left] , left side
    [right] , right side
   *[other] {""}
}?
broken-at-stretch = Take up at stretch { $round } of { $rounds }{ $side ->
    [left] , left side
    [right] , right side
   *[other] {""}
}?
broken-elsewhere = Take up where you left off{ $side ->
    [left] , left side
    [right] , right side
   *[other] {""}
}?
broken-where = { $routine } · { $place }. The session was broken off a short while ago.
broken-resume = Resume
broken-keep = Finish and keep
broken-discard = Discard
month-sessions = { $days ->
    [0] No session yet this month
    [one] A session on { $days } day this month
   *[other] Sessions on { $days } days this month
}
month-next = { $month } · next planned: { $weekday } { $day }
month-today = today
month-no-day = no day
month-spoken = { $month }. Done: { $done }. In part: { $part }. Planned: { $planned }.
first-question = Who gave you a program?
first-therapist = Your therapist writes down which points to press and stretch, how long and how strongly. It comes as a file.
first-open = Open a program file
first-none-yet = No program yet?
first-examples = Begin with one of the examples, and agree it with your therapist first. The demo shows in a few minutes how a session goes.
first-shipped = See the examples
first-demo = Try the short demo

## Journal

journal-count = { $sessions ->
    [one] { $sessions } session
   *[other] { $sessions } sessions
}
journal-empty = Nothing here yet
journal-empty-more = After a session its answers, its length and your note are kept here, and nowhere else.
journal-empty-go = Go to today
journal-before = Pain before
journal-after = after
journal-row = { $time }, { $title }, { $ending }, { $length }. Pain before: { $before }, after: { $after }.
journal-answer = { $asked }: { $answer }
journal-not-answered = not answered
journal-no-questions = Nothing was asked in this session.
journal-decisions = What changed, and why
journal-decisions-earlier = Show earlier ones

## Settings

settings-looks = Looks
settings-colours = Colours
theme-system = As the system
theme-paper = Paper
theme-dusk = Dusk
theme-contrast = High contrast
settings-size = Size of everything
settings-smaller = Smaller
settings-larger = Larger
settings-percent = { $percent } %
settings-less-motion = Less motion
settings-less-motion-more = Colours and the ring change at once instead of moving.
settings-sound = Sound
settings-master = Volume
settings-tones = Tones
settings-voice = Voice
settings-half = A tick at half of a hold
settings-last = Two notes before the last hold
settings-kept = Where it is kept
settings-kept-more = Everything stays on this computer, in this folder. Nothing is sent anywhere.
settings-about = About Kneadwell
about-is = A timer and diary for people following a self-massage and stretching plan agreed with their therapist.
about-is-not = It does not diagnose or treat, and does not replace medical care.
about-version = Version { $version }

## Program

program-none = No program is in force. Open the file your therapist gave you, or begin with one of the examples.
program-open = Open a program file
program-by = Prescribed by { $by }
program-days = { $days ->
    [one] { $days } day a week
   *[other] { $days } days a week
}
program-sessions = { $sessions ->
    [one] once a day
   *[other] { $sessions } times a day
}
program-from-to = { $on } to { $until }
program-since = since { $on }
program-until = until { $until }
program-review = Review { $day }
program-revision = Revision { $revision }
program-refused = { $file } was not taken
program-refused-more = { $faults ->
    [one] One thing is to be put right in the file. Nothing was changed.
   *[other] { $faults } things are to be put right in the file. Nothing was changed.
}
program-legend = A bar shows the least, the start and the most that your therapist allows. What has a lock stays as it is.
column-point = Point
column-hold = Hold, s
column-holds = Holds
column-stretch = Stretch, s
column-stretches = Stretches
column-limit = Limit 0–10
amount-locked = { $what }: { $value }, locked
amount-between = { $what }: { $start }, from { $least } to { $most }
program-notes = Notes from your therapist
program-stop-if = Stop if there is
program-limits = Limits
program-ceiling = Never above { $level } of 10, anywhere.
program-session = { $minutes ->
    [one] A session lasts at most { $minutes } minute.
   *[other] A session lasts at most { $minutes } minutes.
}
program-steps-until = Steps up until { $day }.
program-review-on = To be looked at again on { $day }.
program-shipped = Examples that come with Kneadwell
program-shipped-more = Ordinary programs inside every limit. Agree one with your therapist before you use it.
program-use = Use this
program-before = Programs before
program-before-more = They stay as they were, with the journal that belongs to them.
program-use-again = Use again
program-take = { $take }: { $title }

## A program that is offered, before it is taken

taking-use = Use this program
taking-not-now = Not now
taking-back = Back
taking-first = Read it through. It is your program once you say so.
taking-replaces-same = Your program stays as it is until you say so.
taking-replaces = “{ $title }” stays your program until you say so.
taking-differs = What differs from your program now
taking-higher = Higher
taking-looser = Looser
taking-sum = { $points ->
    [one] { $points } point
   *[other] { $points } points
} · about { $minutes } min · { $days ->
    [one] { $days } day a week
   *[other] { $days } days a week
}, { $sessions ->
    [one] once a day
   *[other] { $sessions } times a day
}
taking-highest = The highest limit that any of these points can reach is { $level } of 10.
taking-steps = A step up is offered after { $good } good days, { $apart } days apart at least, and needs your yes. In this order: { $order }.
remark-in-force = This is the program in force, word for word. Nothing changes.
remark-same-content = This file says the same as the program in force and is only written differently. Nothing changes in what you do.
remark-older = This was prescribed on { $on }, before the program in force, which is of { $now }. It may be an earlier version: ask which one holds.
remark-over = Its last day was { $until }. Your doses would stay as they are, and nothing would go up. Ask { $by } for a new one.
remark-review-over = It was to be looked at again on { $review }. Until it has been, nothing goes up. Ask { $by }.
remark-before = This was your program before. What you did with it is in the journal.
remark-example = An example that comes with Kneadwell. It was not prescribed for you: agree it with your therapist before you use it.
day-with-year = { $day } { $year }
differs-at-program = The whole program
differs-at-routine = Routine “{ $name }”
differs-at-point = { $routine }: { $point }
differs-now-before = { $what }: { $now }; before { $before }
differs-none = none
differs-usual = { $level }, the usual
differs-quoted = “{ $text }”
differs-title = Title
differs-by = Prescribed by
differs-contact = Contact
differs-where = Where to press
differs-position = Position
differs-note-new = There is a note now. It stands below.
differs-note-gone = The note is gone.
differs-note-other = The note reads differently. The new one stands below.
differs-on = Prescribed on
differs-review = To be looked at again on
differs-until = Last day of steps up
differs-days-per-week = Days a week
differs-sessions-per-day = Sessions a day
differs-limit-everywhere = Limit everywhere
differs-session = Longest session
differs-minutes = { $time } min
differs-good-days = Good days before a step up
differs-days-between = Days between steps
differs-rest = Rest
differs-ramp = Time to sink in
differs-release = Time to come out
differs-pressed = Pressed for
differs-let-go = Let go for
differs-total = In all
differs-count = Strokes
differs-pace = One stroke
differs-sets = Sets
differs-length = Length
differs-target = Strength
differs-stretch-rest = Rest between stretches
differs-finish = Slow movements at the end
differs-hold = Hold
differs-holds = Holds
differs-stretch = Stretch
differs-stretches = Stretches
differs-limit = Limit
differs-locked = { $value }, locked
differs-bounds = { $start } ({ $least } to { $most }, { $step } a step)
differs-days = Days
differs-days-spread = spread over the week
differs-order = What goes up, in this order
rises-hold = hold
rises-holds = holds
rises-stretch = stretch
rises-limit = limit
differs-sign-added = A sign to stop at is new: { $sign }
differs-sign-gone = No longer a sign to stop at: { $sign }
differs-signs-reordered = The signs to stop at stand in another order.
differs-added = This point is new.
differs-added-locked = This point is new. Vessels, nerves or organs lie close: your therapist has unlocked it on purpose.
differs-added-routine = This routine is new.
differs-gone = No longer in the program.
differs-renamed = New name; before “{ $from }”
differs-moved = Moved here from “{ $routine }”.
differs-routines-reordered = The routines stand in another order.
differs-points-reordered = The points are worked in another order.
differs-sides = Side
differs-region = Part of the body
differs-tool = Tool
differs-press = Press
differs-pressed-unlocked = Pressed now: { $press }. Vessels, nerves or organs lie close: your therapist has unlocked it on purpose.
differs-not-pressed = No longer pressed.
differs-stretched = Stretched now: { $stretch }
differs-not-stretched = No longer stretched.
differs-feel = Strength asked for
differs-feel-levels = from { $from } to { $to }
differs-feel-usual = from 3 up to the limit
press-alternate = { $total }, { $on } s on and { $off } s off
press-strokes = { $sets } × { $count } slow strokes
press-glide = { $length } of light gliding
press-roll = { $sets } × { $length } of slow rolling

## What went wrong outside

folder-no-home = no home folder is known; name one with --data-dir
folder-not-creatable = the folder { $path } cannot be made: { $why }
folder-is-a-file = { $path } is a file, not a folder
folder-read-only = nothing can be written in { $path }
folder-in-use = another Kneadwell is working in { $path }
folder-unusable = { $path } cannot be used: { $why }
journal-full = the disk is full
journal-read-only = the journal cannot be written
journal-busy = another program holds the journal
journal-damaged = the journal is damaged: { $why }
journal-newer = the journal was written by a newer Kneadwell
journal-refused = refused by the journal: { $why }
journal-io = the journal failed: { $why }
journal-not-yet = not kept yet
journal-closed = the journal is closed
journal-yes = yes

## More of the command line

render-same-file = { $file }: this path is named twice, and one would overwrite the other
play-broken = A session was broken off a short while ago at { $place }. `--take-up` goes on with it.
play-taken-up = On where the session was broken off: { $place }
play-no-broken = There is no session to go on with.
play-felt-wrong = something felt wrong

## Decisions about a dose: what becomes of it, and why

point-both = { $place }, both sides
dose-holds = { $count } × { $seconds } s
dose-stretches = stretch { $count } × { $seconds } s
dose-ceiling = limit { $level }
amount-seconds = { $value } s
amount-holds = { $value } { $value ->
    [one] hold
   *[other] holds
}
amount-limit = limit { $value }
change-hold = hold { $from } to { $to } s
change-holds = holds { $from } to { $to }
change-stretch = stretch { $from } to { $to } s
change-ceiling = limit { $from } to { $to }
hours = { $hours } h

decided-kept = { $place }: { $dose }, as before.
decided-changed = { $place }: { $changes }.
decided-down = { $place }: a day of rest, then { $changes }.
decided-pause = { $place }: two days of rest, then { $changes }.
decided-stop = { $place }: locked until a clinician has said to go on.

because-accepted = Enough good days in a row, and you said yes.
because-declined = You kept the last dose ({ $change } was offered).
because-green = That was a good day.
because-pause = The second bad day within a week. { $reason }
because-stop = The third bad day within two weeks. { $reason }
because-worse = For a week the pain lay 2 points or more above that of the first week.
because-released = A clinician has said to go on; it begins gently.
because-gap = There was no session for a while.
because-let-go = It was too much, and was let go early.
because-strong = The press felt like { $level }, with a limit of { $limit }.
because-next-day = The pain was { $later } on the next day, after { $before } before.
because-after = The pain was { $later } right after, after { $before } before.
because-sore = Soreness lasted { $hours } hours.
because-bruised = There was a bruise larger than 2 cm.
because-effects = { $count ->
    [one] One after-effect was marked.
   *[other] { $count } after-effects were marked.
}
because-hurt = { $percent } % of it was done, because it hurt.
because-done = { $percent } % of it was done.
because-eased = It was eased off.
because-missing = An answer about it is missing.

held-nothing-moves = Your therapist has fixed this dose.
held-lowered = A bad day has lowered what your therapist had fixed. Only a new plan raises it again.
held-good-days = Good days in a row: { $have } of { $need }.
held-not-green = A step up follows a good day of the whole dose.
held-unanswered = { $sessions } sessions have no answers yet. The dose stays until one is answered.
held-open = The answers about the last session are still missing.
held-too-soon = The next step is possible from { $day } on.
held-two-this-week = There were two steps within a week already.
held-review = The review was planned for { $day }. Until it is done, nothing goes up.
held-ended = The plan ran until { $day }. The last dose stays.
held-rising = The pain of this week is higher than that of the week before.
held-little = Little has changed in four weeks: time to look at the plan with your therapist.
held-quiet = There is little pain: the last dose is enough.
held-declined = You kept the last dose. The step is offered again from { $day } on.
held-another = One step a day: another one comes first.
held-clock = A session of the journal lies in the future. Look at the computer's date; until then nothing goes up.
held-at-limit = The plan's limit is reached. Ask your therapist how to go on.

offer-hold = { $place }: you may hold { $to } s instead of { $from } s.
offer-holds = { $place }: you may do { $to } holds instead of { $from }.
offer-stretch = { $place }: you may stretch { $to } s instead of { $from } s.
offer-ceiling = { $place }: you may go up to { $to } instead of { $from }.
offer-days = { $days } good days in a row.
offer-stay = Stay at { $amount }
offer-go = Go to { $amount }

why-rule = { $id }: { $says }
went-by = It went by: pain { $before } before, { $after } right after, { $next } on the next day; strongest press { $strongest }, limit { $limit }; soreness { $sore }; after-effects { $effects }; { $done } % done.
went-by-missing = not answered
went-by-not-asked = not asked
went-by-none = none
went-by-effects = { $count }

aside-rests = rests today
aside-before = not before { $time }
aside-enough = done for today
aside-sore = left out: sore
aside-locked = locked
rest-g1 = No pressing today: the pain is 8 or more.
rest-g3 = Rest today: every place is sore or marked.
rest-g4 = Not yet: the last session was a short time ago.
rest-pause = Rest up to and with { $day }. Please tell your therapist about the two bad days.
rest-down = Rest up to and with { $day }.
rest-today = Rest today.


## kneadwell simulate

dose-and-limit = { $dose }, limit { $level }
session-planned = planned
session-easy = easy
session-rest = rest
session-locked = locked
session-missed = missed
simulate-line = day { $day }, { $date }, { $session }: { $told }
simulate-worked = { $place }, { $dose }
script-fault = { $file }:{ $line }: { $what }
script-empty = { $file }: there are no answers in it; write one JSON object a line, one line a day
script-no-json = this is no JSON from column { $column } on ({ $what }); write one object a line, such as {"{"}"before": 4, "discomfort": 5, "after": 4, "next_day": 4{"}"}
script-no-object = this is no JSON object; write one object a line, such as {"{"}"before": 4, "discomfort": 5, "after": 4, "next_day": 4{"}"}
script-key = there is no answer called "{ $key }"; there are { $keys }
script-number = { $key }: { $written } is no whole number between { $least } and { $most }
script-no-text = { $key }: { $written } is not a text
script-no-list = effects: { $written } is not a list; an empty list is "none"
script-unknown = { $key }: { $written } is none of { $known }

## The day: what is said beside the doses

aside-no-tool = left out: no softer tool
rest-g1-again = It was so yesterday, too: please tell your therapist.
decided-easy = An easy session: shorter holds, one hold less, the limit one lower.
because-easy = The pain is high today. It does not count towards a step up.
because-easy-chosen = You chose to do less today.
decided-maintains = Two or three days a week from now on, at the last dose.
note-w1 = A change that counts.
note-w1-plain = The pain of the last seven days lies clearly below that of the first week.
note-w2 = Time to look at the plan again.
note-w2-plain = Little has changed in four weeks. Please talk to your therapist.
note-w3 = There is little pain.
note-w3-plain = Two or three days a week at the last dose are enough now.
note-cap = The plan's limit is reached.
note-cap-plain = Ask your therapist how to go on.
day-yesterday = yesterday
day-today = today
level = Week { $week } · level { $level } of { $of }
rung-holds = { $count } × { $seconds }
rung-limit = limit { $level }
lock-sign = Everything: { $marked } was marked on { $day }.
lock-sign-place = { $place }: { $marked } was marked on { $day }.
lock-point = { $place }: three bad days, or a week of more pain. Locked since { $day }.
lock-condition = Everything, until a clinician has agreed: { $ticked }.
turn-to = Tell { $by }.
turn-to-nobody = Tell your therapist or your doctor.
turn-to-contact = Tell { $by }, { $contact }.
decided-on = { $date }. { $reason }
decided-on-said = { $date }. { $by } has said to go on, on { $on }.
next-same = { $points ->
    [one] The same dose for one point.
   *[other] The same dose for { $points } points.
}
next-decides = The answer of the next day decides the rest.
next-less = { $place }: a day of rest, then less.
next-same-here = { $place }: the same dose again.
play-signs = You have let go, and the session ends here. What do you feel? Type its number, or several, then Enter. Enter alone if none of them fits.
play-signs-again = Type numbers from 1 to { $last }, or Enter alone.
play-locked = You marked: { $signs }. No session begins before someone has looked at it and said that you may go on. The window records who said so, and when: open it with `kneadwell`.
play-locked-rules = This program is locked until a clinician has said to go on. The window tells what is locked, and records the go-ahead.
simulate-into-taken = { $folder }: there is a journal already; name a new folder

## Body

body-search = Find a spot: neck, calf, trapezius
body-choose = Choose a spot
body-all = All spots
body-nothing = Nothing has that name
body-nothing-hint = Try a part of the body, such as neck, hip or foot.
body-row = { $common }, { $name }
body-row-locked = { $common }, { $name }, locked
body-locked-name = { $place }, locked
body-front = Front
body-back = Back
body-soles = Soles
body-your-left = your left
body-your-right = your right
body-legend-program = in your program
body-legend-felt = often felt here
body-legend-no-press = do not press
body-legend-locked = locked
body-locked = Only when your therapist unlocks it. Until then it is stretched, not pressed.
body-press-here = Press here
body-lies = Where it lies
body-felt = Often felt in
body-keep-off = Take care
body-position = Position
body-tools = Tools, softest first, and position
body-tools-and-position = { $tools }. { $position }
body-stretch = Stretch after
body-dose = Usual dose
body-usual = { $press }, limit { $limit } of 10, then a stretch of { $stretch }.
body-usual-stretch = Stretch { $count } × { $seconds } s.
body-field = { $label }: { $words }
body-no-press = Do not press: { $zones }.
body-sources = Source: { $sources }.
body-snomed = SNOMED CT { $code }, as in { $grade ->
    [A] DICOM
   *[B] published maps
}.
body-then = { $press }, then { $stretch }
body-begins = Starts at { $dose }.
body-begins-in = { $routine }: starts at { $dose }.
body-a-stretch = a stretch of { $dose }
body-under-title = { $common } · { $program }
body-program-left = in your program on the left
body-program-right = in your program on the right
body-program-none = not in your program

## The program in force, with the days behind it

program-week = Week { $week }
program-week-of = Week { $week } of { $weeks }
program-week-over = Ended { $day }
program-revision-name = { $revision }, file { $hash }
program-file-complete = File complete
program-file-complete-name = File complete: the journal has it byte for byte
program-file-missing = File not found
program-file-missing-name = File not found: the journal does not have the exact file of this program
program-row = Show the steps of { $place }
program-legend-now = A bar shows the least, the dose in force and the most that your therapist allows; a small line marks where it began. What has a lock never goes up.
amount-locked-now = { $what }: { $now } now, { $value } as written, locked
amount-between-now = { $what }: { $now } now, from { $least } to { $most }, began at { $start }
steps-title = { $place }: { $what }, step by step
steps-none = { $place }: no steps
steps-locked = Nothing moves here: your therapist locked every amount. A bad day may still bring less.
steps-no-room = No step up fits inside the limits that your therapist wrote.
steps-today = today
steps-number = level { $level }
steps-day = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
steps-level = Level { $level }: { $words }, not reached yet
steps-level-reached = Level { $level }: { $words }, { $when }
how-up = Up one step
how-up-when = after { $good ->
    [one] { $good } good day
   *[other] { $good } good days
}, at least { $apart ->
    [one] { $apart } day
   *[other] { $apart } days
} apart. One change at a time, and only if you agree.
how-still = Nothing goes up
how-still-why = by itself: your therapist wrote every amount as it is to stay.
how-down = Down
how-down-when = after one bad day, without asking: a day of rest, then less.
how-talk = Talk to { $name }
how-talk-when = after two bad days in a week: rest, then the first dose or less.
how-lock = Locked after three bad days in two weeks, or a week of clearly more pain, until a clinician says to go on.
how-gap = Two steps back after { $week } days without a session, and to the first dose after { $weeks }.
how-review = Review
how-review-when = on { $day }, with the journal.
stays-everywhere = Never raised: { $what }.
stays-at = { $what } never raised at: { $places }.
stays-always = Places, sides and the number of stretches stay as written; rests are never shorter.
program-revisions = Revisions of this program
program-revisions-more = Each file that was in force under this title, the newest first, with what it changed.
revision-in-force = In force: { $periods }.
revision-first = The first of this title.
revision-same = Nothing that you would notice: the file was written anew.
revision-change = { $at }. { $change }
revision-more = And { $more } more.
revision-unreadable = What it changed cannot be told: a file of this title cannot be read any more.
## The handout: a program on paper

handout-by = Prescribed by { $by }
handout-ask = Questions: { $contact }
handout-on = Prescribed on { $day }
handout-until = Doses may go up until { $day }
handout-review = To be looked at again on { $day }
handout-how-often = How often
handout-limits = Limits
handout-strength = Strength is how strong the press feels: 0 is touch only, 10 is too much. Let go at once when it is too much. You may always do less, or leave a point out.
handout-rises = What may go up
handout-rises-never = Nothing goes up in this program. After a bad day there is less.
handout-rises-most = One amount of one point goes up at a time, and only as far as it says there. One side is never pressed for more than { $minutes } minutes in a session. After a bad day there is less.
handout-point = { $number }. { $point }
handout-side-left = On your own left side.
handout-side-right = On your own right side.
handout-side-both = On both sides: first all of your left side, then all of your right side.
handout-side-middle = In the middle of the body.
handout-seen-front = Seen from the front: your left is on the right of the picture.
handout-seen-back = Seen from behind: your left is on the left of the picture.
handout-seen-soles = The soles of your feet: your left foot is on the left of the picture.
handout-seen-both = Front: your left is on the right of the picture. Back: your left is on the left.
handout-seen-part = The words say where: in the dashed part ({ $part }), or near it.
handout-picture = { $place }: the black spot. { $seen }
handout-picture-stretched = { $place }: the thick outline. { $seen }
handout-left = left
handout-right = right
handout-where = Where
handout-position = Position
handout-tool = With
handout-press = Press
handout-press-nothing = Nothing is pressed here. It is only stretched.
handout-press-hold = Hold { $hold } seconds, { $holds ->
    [one] once
    [2] twice
   *[other] { $holds } times
}.
handout-press-rest = Rest { $rest } seconds in between.
handout-press-ramp = Take { $ramp } seconds to sink in, which is part of the hold, and { $release } seconds to come out.
handout-press-alternate = Press { $on } seconds, let go { $off } seconds, in turn, for { $total } seconds in all.
handout-press-strokes = { $count } slow strokes one way through the spot, { $pace } seconds each, { $sets ->
    [one] once
    [2] twice
   *[other] { $sets } times
}.
handout-press-glide = Glide over it, light and broad, for { $length } seconds.
handout-press-roll = Roll slowly over it for { $length } seconds, { $sets ->
    [one] once
    [2] twice
   *[other] { $sets } times
}.
handout-strong = How strong
handout-strong-grows = Begin at { $from } of 10 and let it grow to { $to }. Never above { $limit }.
handout-strong-one = Aim for { $to } of 10. Never above { $limit }.
handout-strong-light = Light: at most { $to } of 10.
handout-stretch = Stretch
handout-stretch-hold = Hold { $hold } seconds, { $reps ->
    [one] once
    [2] twice
   *[other] { $reps } times
}.
handout-stretch-strength = To first tightness, never pain.
handout-finish = At the end
handout-finish-moves = Move slowly through the whole range, { $reps } times.
handout-up = May go up
handout-up-hold = Hold: to { $most } seconds, { $step } seconds at a time.
handout-up-holds = Holds: to { $most }, { $step } at a time.
handout-up-stretch = Stretch: to { $most } seconds, { $step } seconds at a time.
handout-up-ceiling = Limit: to { $most } of 10, { $step } at a time.
handout-up-else = Nothing else goes up.
handout-up-never = Nothing.
handout-care = Take care
handout-unlocked = Vessels, nerves or organs lie close to this spot. Press it only as your therapist has shown you.
handout-note = Note
handout-stop = When to stop
handout-stop-own = First of all for this program. { $then }
handout-sign = { $sign }, { $example }
handout-app = The program Kneadwell can lead through these sessions by sight and sound, and keeps to the limits above.
handout-revision = Kneadwell, revision { $revision }
handout-code = The program itself
handout-code-how = This square holds the whole program as text; it leads to no web page. Scan it, copy the text to the computer, and paste it into Kneadwell with Ctrl+V.
handout-code-name = A square code that holds the text of this program
handout-done = { $file }: written
program-print = Print
program-export = Export
notice-handout-opened = The handout opens in your browser: print it there. It lies at { $file }.
notice-handout-not-opened = No browser could be started ({ $why }). The handout lies at { $file }: open it by hand to print it.
notice-handout-nowhere = There is no data folder to write the handout into. `kneadwell handout FILE -o OUT.html` writes it where you say.
pasted-text = pasted text
what-was-pasted = What was pasted

hurts-log = Log pain here
body-about = About this spot
hurts-change = Change today’s mark
hurts-only = Do only this one · { $length }
hurts-title = Where it hurts: { $place }
hurts-pain = How much does it hurt here now?
hurts-pain-of = { $number } of 10
hurts-quality = What is it like? Choose any.
hurts-spreads-ask = Does it spread?
hurts-spreads-no = It does not
hurts-spreads-yes = Choose where
hurts-spreads-choosing = Click each spot on the body, or look for it by name. Click again to take it out.
hurts-spreads-out = Take out: { $place }
hurts-save = Save
hurts-cancel = Cancel
hurts-needs-pain = Choose a number first.
hurts-signs-next = Tingling, numbness or an electric pain can come from a nerve. The list of signs to stop at comes next.
hurts-signs-why = You marked tingling, numbness or an electric pain. That can come from a nerve, so please look through this list before anything is pressed.
hurts-signs-title = Before anything is pressed
hurts-today = Marked today
hurts-earlier = Earlier marks
hurts-saved = Kept
hurts-saving = Not on the disk yet
hurts-back = Take back
hurts-back-name = Take back today’s mark: { $place }
hurts-legend = where it hurts today
hurts-on-map = Pain marked today: { $line }
hurts-aching = aching
hurts-sharp = sharp
hurts-burning = burning
hurts-throbbing = throbbing
hurts-pulling = pulling or tight
hurts-stiff = stiff
hurts-tingling = tingling or numb
hurts-electric = electric
hurts-spreads-to = spreads to { $places }
hurts-line = { $place } { $told }
hurts-on-day = { $day }: { $told }
hurts-short-day = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
  }
hurts-in-journal = { $place }: { $told }
hurts-journal = { $time }, pain marked on the body: { $words }
hurts-answer = From your marks on the body: { $lines }.
hurts-more = Your marks on the body say more: { $lines }.
hurts-only-this = Only the { $place } today: { $others ->
    [one] the other point is left out.
   *[other] the other { $others } points are left out.
  } You can take them in again in the list.
today-map = Today’s points on the body: { $points }
today-map-point = { $number } { $place }

write-title = Write a program
write-more = For therapists, and for anyone with a leaflet on paper.
write-go-on = Go on
write-changed = Being written, changed { $day }
write-edit = Edit
write-edit-more = What you change is a new revision, and the journal stays joined to it.
write-nothing = From nothing
write-paper = From paper
write-example = From an example:
write-from = Write from the example: { $title }
draft-untitled = Untitled program
draft-routine = Whole session
notice-draft-unread = A draft cannot be read: { $path } ({ $why }). It is left as it is.
notice-draft-not-kept = Your draft cannot be kept on disk just now: { $why }. It is there until you close the window.
notice-draft-kept = { $title } is kept as a draft. Go on with it whenever you like.
notice-saved = Saved as { $path }
notice-name-taken = { $path } is there already. Nothing was written: choose another name.
editing-title = Write a program
editing-paper = From your paper, copy the title, who wrote it and on which day; then for each point the place and side, the tool, how long and how often it is pressed and stretched, and how strong it may feel. What the paper leaves out stays empty here.
editing-write = Write { $likely }
editing-fault = { $what } ({ $hint })
editing-what = What it is
editing-name = Title
editing-by = Prescribed by
editing-by-hint = Name and profession
editing-contact = Where to turn
editing-contact-hint = A number or an address
editing-on = Prescribed on
editing-review = Look at it again on
editing-until = Last day of steps up
editing-day-hint = year-month-day
editing-when = How often
editing-days-per-week = Days a week
editing-sessions = Sessions a day
editing-days = Only on these days, if it matters
editing-limits = Limits and steps
editing-limits-more = They hold at every point. A step up is only ever offered, one amount at a time, and needs a yes.
editing-ceiling-all = Most discomfort anywhere, of 10
editing-session = Longest session
editing-good-days = Good days before a step up
editing-days-between = Days between two steps
editing-order = What rises first. Choose them in their order; none chosen means all four in the usual order.
editing-rises-hold = Length of holds
editing-rises-holds = Number of holds
editing-rises-stretch = Length of stretches
editing-rises-ceiling = Limit of discomfort
editing-rises-at = { $place }. { $name }
editing-notes = Notes and signs to stop at
editing-notes-field = Notes
editing-signs = Signs of your own at which to stop
editing-sign = Sign { $number }
editing-add-sign = Add a sign
editing-remove = Remove
editing-remove-sign = Remove: { $sign }
editing-routine = Routine { $number }
editing-routine-name = Name
editing-routine-hint = Evening
editing-routine-part = { $routine }: { $part }
editing-add-routine = Add a routine
editing-remove-routine = Remove this routine
editing-add-point = Add a point
editing-point-row = Point { $number }: { $point }
editing-drag = Drag to move: { $point }
editing-no-place = No place yet
editing-own-place = A place of its own
editing-stretch-dose = stretch { $dose }
editing-to-mend = { $faults ->
    [one] 1 thing to mend
   *[other] { $faults } things to mend
}
editing-place = Place
editing-another-place = Another place
editing-keep-place = Keep the place
editing-find = Find the place
editing-on-map = Pick on the map
editing-map-hint = Face to face, your left is at the right. From behind, it is at the left.
editing-own-name = What it is called
editing-own-where = Where to press
editing-own-region = Part of the body
editing-own-position = How to sit, stand or lie
editing-known-place = Find it in the library instead
editing-side = Side
editing-pressed = It is pressed
editing-stretched = It is stretched
editing-unlock = Press it although it is locked
editing-unlock-more = Vessels, nerves or organs lie close. Only a therapist who has examined the person can know.
editing-tool = Tool
editing-technique = How it is pressed
editing-technique-hold = Holds
editing-technique-alternate = On and off
editing-technique-strokes = Strokes
editing-technique-glide = Gliding
editing-technique-roll = Rolling
editing-least = Least
editing-most = Most
editing-step = Step
editing-part = { $amount }: { $part }
editing-may-move = May move
editing-hold = One hold
editing-holds = Holds
editing-rest = Rest between
editing-ramp = Sinking in
editing-release = Letting go
editing-pressed-for = Pressed
editing-let-go = Let go
editing-total = In all
editing-count = Strokes in a set
editing-pace = One stroke
editing-sets = Sets
editing-length = How long
editing-target = How strong, of 10
editing-feel-first = Discomfort at the first, of 10
editing-feel-last = At the last, of 10
editing-ceiling = Most discomfort here
editing-stretch-hold = One stretch
editing-stretch-reps = Stretches
editing-stretch-rest = Rest between stretches
editing-finish = Slow movements at the end
editing-finish-short = Movements
editing-finish-reps = How many movements
editing-note = Note about this point
editing-up = Move up
editing-down = Move down
editing-remove-point = Remove this point
editing-undo = Undo
editing-redo = Redo
editing-time = { $minutes } min { $seconds } s
editing-minutes = { $minutes } min
editing-seconds = { $seconds } s
editing-total-more = the first session, every wait included
editing-strip = The plan: { $parts }
editing-strip-part = { $part } { $time }
editing-no-points = The time and the plan stand here once there is a point.
editing-left-out = { $points ->
    [one] 1 point is not counted yet.
   *[other] { $points } points are not counted yet.
}
editing-all-well = Nothing to mend
editing-to-first = Go to the first
editing-not-yet = It can be used and saved once nothing is left to mend.
editing-save = Save as a file
editing-leave = Leave
editing-kept = Your draft is kept as you type, also when you leave.
editing-kept-nowhere = Your draft cannot be kept on disk. It is there until you close the window.
editing-discard = Put the draft away
editing-discard-more = It cannot be brought back.
editing-discard-sure = Put it away for good
editing-discard-not = Keep it

write-in-force = The program in force
editing-anew = Prescribe it anew today
editing-on-more = In place of another program, a newer day begins every amount at its start again. With the day as it was, they go on from where they stand.

## Answers without hands: the numbers and the choices are spoken, and any key takes what stands

told-asked-again = Once more, zero to ten.
told-any-key-at-yours = Any key at your number.
told-any-key-at-choice = Any key at your choice.
choice-go-on = Go on?
choice-finish = Finish here, and keep it?
choice-unwell = Something feels wrong?
key-your-number = Your number
number-standing = { $name }, any key now
sheet-keys-scan = Any key: the framed choice. Space: go on. Esc: something feels wrong.
sheet-standing = { $choice }: any key now
play-keys-scan = numbers are printed as they are said: any key at yours answers, and on the sheet any key takes the choice
summary-any-key = Any key: your number

session-warm-up = A soft sound wakes the headphones first. The session begins in two seconds.
settings-test = Test
settings-test-master = Test the volume
settings-test-tones = Test the tones
settings-test-voice = Test the voice
settings-register = How high the tones lie
register-low = Low
register-low-more = For ears that have lost the high tones.
register-middle = Middle
register-middle-more = For most ears and loudspeakers.
register-high = High
register-high-more = For small loudspeakers without bass.
settings-quiet = Quiet
settings-quiet-more = Ticks alone, for a room with others in it. What is asked stands on the screen.
settings-warm-up = Wake the headphones
settings-warm-up-more = A soft sound of two seconds before a session, for wireless headphones that sleep.
sound-check = Sound check
sound-check-lead = Three tones and a voice, one after the other. Nothing sounds until you press Play.
sound-check-step = Sound { $step } of { $steps }
sound-check-low = A low tone
sound-check-middle = A middle tone
sound-check-high = A high tone
sound-check-voice = The voice
sound-check-ask-tone = The voice names it, then it sounds for a second.
sound-check-ask-voice = A short sentence, spoken as in a session.
sound-check-play = Play
sound-check-again = Play again
sound-check-heard = I hear it
sound-check-not = I don’t hear it
sound-check-back = One sound back
sound-check-leave = Leave the sound check
sound-check-result = What you hear
sound-check-was-heard = { $sound }: heard
sound-check-was-not = { $sound }: not heard
sound-check-all = Everything was heard. The middle tones suit you.
sound-check-low-suits = The low tones suit what you hear.
sound-check-middle-suits = The middle tones suit what you hear.
sound-check-high-suits = The high tones suit what you hear.
sound-check-no-voice = Without the voice, the tones and the screen lead through a session. Settings has a loudness for the voice alone.
sound-check-no-tones = Only the voice was heard. Settings has a loudness for the tones alone. The screen shows every instant, too.
sound-check-nothing = Nothing was heard
sound-check-nothing-more = Turn up the volume, here in Settings and on the computer. Look whether a cable is loose or headphones are connected. In the sound settings of the computer, choose the device that you listen with. Then begin again. A session also runs without sound: the screen shows everything.
sound-check-use = Use these tones
sound-check-anew = Begin again
sound-check-without = Go on without sound
sound-check-no-device = No sound device
sound-check-no-device-more = Nothing can be heard at the moment: no device is there, or it does not play. When one is back, the check goes on by itself. A session also runs without sound: watch the screen.
sound-check-watch = Sound off: watch the screen

no-window-graphics = no picture could be set up (OpenGL 2 or newer is needed)
hands-title = Hands free
hands-scan = Answer with any key, as the numbers are spoken
hands-scan-more = The numbers from zero to ten are read out; any key at your number answers.
hands-floor = The whole window is one large button
hands-floor-more = For a session on the floor: a click or touch anywhere eases off, a right click pauses.
hands-keys = Press what you will use
hands-keys-more = Any key eases off. A pedal, a presenter, a media key or a mouse button can do something else.
key-name-up = Arrow up
key-name-down = Arrow down
key-name-left = Arrow left
key-name-right = Arrow right
key-name-play-pause = Play/Pause
key-name-play = Play
key-name-media-pause = Pause (media key)
key-name-media-stop = Stop (media key)
key-name-next-track = Next track
key-name-previous-track = Previous track
key-name-mouse-middle = Middle mouse button
key-name-mouse-right = Right mouse button
key-name-mouse-fourth = Fourth mouse button
key-name-mouse-fifth = Fifth mouse button
key-name-number = Key { $number }
duty-ease = Ease off
duty-pause = Pause
duty-let-go = It let go
duty-next = Next
duty-back = Back
duty-more = Ten more seconds
duty-time = Say the time
duty-stop = Stop
keys-title = Press what you will use
keys-lead = A key, a pedal, a presenter button, a media key or a mouse button: press it, then choose what it does in a session.
keys-waits = Waiting for a press
keys-desktop = If nothing happens, your desktop keeps this key for itself.
keys-pressed = You pressed
keys-announce = You pressed { $name }. { $does }
keys-may = It may do
keys-does = It does this now: { $duty }.
keys-does-ease = It eases off, as every other key.
keys-does-nothing = It does nothing yet.
keys-fixed-space = Space pauses and goes on. It keeps this meaning.
keys-fixed-escape = Escape opens the sheet that ends a session. It keeps this meaning.
keys-fixed-digit = The digits answer questions. They keep this meaning.
keys-list = Keys with a task of their own
keys-list-none = None so far: every key eases off. Digits, Space and Escape always keep their meaning.
keys-list-fixed = Digits, Space and Escape always keep their meaning.
keys-remove = Remove
keys-remove-name = Remove: { $name }
keys-remove-all = Remove all
keys-done = Done
hands-practise = Practise for a minute
floor-ease = Anywhere: ease off
floor-found = Anywhere: found it
floor-answer = Anywhere at your number
floor-symptoms = Anywhere: yes
floor-thrice = Anywhere, three times: stop
floor-paused = Right click: go on
practice-offer = Try it without pressing: one minute
practice-not-now = The practice round cannot begin: { $why }.
practice-strip = Practice: nothing is kept
practice-ease = Ease off
practice-answer = Answer
practice-pause = Pause
practice-ease-how = Press any key: it eases off.
practice-answer-how = A digit answers; so does any key as your number is spoken.
practice-pause-how = Space pauses. Space again goes on.
practice-done-name = { $task }: done
practice-open-name = { $task }: not yet
practice-under = This is a practice round: nothing of it is kept.
practice-end = End the practice round
practised-title = That was the practice round
practised-lead = Nothing of it was kept. A session goes the same way, with a press in place of the air.
practised-again = Practise again
practised-today = Go to Today

render-no-speech = some texts of the program could not be spoken: espeak-ng is not there, or failed; the general phrase stands in their place
render-no-form = { $file }: a sound file's name ends in .wav or .ogg; nothing was written

sound-goes = Where the sound goes
sound-system = The system's own output
sound-look = Look again
sound-looking = Looking for outputs.
sound-none = No other output was found.
sound-not-there = { $name } is not there: the system's own output is used.
sound-refused = { $name } cannot be used just now: the system's own output is used.
sound-closed = Nothing is open now. The output is opened for a session.
sound-open = Open now, and taking sound: { $name }.
sound-last-fault = When it was last wanted: { $why }
sound-own = the system's own output
sound-back = The sound is back.
silence-not-built = This build has no sound.
silence-no-device = No sound output is there.
silence-busy = Another program has the sound output.
silence-lost = The sound output is gone.
silence-plays-nothing = The sound output takes sound and plays nothing.
silence-stuck = The sound output hangs.
told-slept = The computer slept for { $length }. Space goes on.
slept-seconds = { $seconds ->
    [one] a second
   *[other] { $seconds } seconds
}
slept-minutes = { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}
slept-hours = { $hours } hours
