### Everything that is said by its key in the code: a missing key or argument is a compile error there.
### What is keyed by data (sites, tools, cues) has a file of its own beside this one, covered by tests.

## Faults of a program file: what is wrong, and a hint at what is likely meant

fault-empty = the file is empty

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
told-step-up = A little more: { $level } of 10
told-release = Release
told-rest = Rest, { $length }
told-stretch = Stretch: { $place }, { $round } of { $rounds }, { $length }. To first tightness, never pain.
told-move = Move slowly: { $place }, { $length }
told-switch = Switch sides, { $length }
told-found = Found
told-paused = Paused. Let go. Space goes on.
told-stopped = Stopped. space: go on · finish: keep what is done · discard: leave it out · esc: something feels wrong
told-resumed = On again
told-unwell = Something feels wrong. Let go and stay off the spot.
told-extended = { $length } more
told-eased = Eased off: { $level } of 10
told-eased-stretch = Eased off: a little less
told-let-up = The stretch ends here
told-let-go = It let go after { $length }
told-answered = Noted: { $level }
told-unanswered = Not answered
told-finished-early = Finished early. What was done is kept.
told-discarded = Left out of the figures.
