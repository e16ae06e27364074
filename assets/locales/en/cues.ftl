### The one line under the ring, by phase. Short: it is read from three metres.
### Where a line has variants (-2, -3, -4), take them in turn by the number of the hold or stretch.

## Before a press

cue-ready = Settle into position
cue-ready-2 = Take your time getting there
cue-ready-stretch = Move into the stretch
cue-ready-resume = Find the spot again
cue-locate = Find the sore spot. Press any key when you have it.
cue-locate-2 = Same spot as last time? Press any key when you have it.

## Press and hold

cue-press-ramp = Sink in slowly
cue-press-ramp-2 = Lean in, little by little
cue-press-ramp-3 = Let the pressure arrive slowly
cue-press-hold = Hold. Breathe out slowly.
cue-press-hold-2 = Stay there. Loosen the jaw.
cue-press-hold-3 = Steady. Let the shoulders drop.
cue-press-hold-4 = Keep still, breathe easily
cue-press-step-up = Breathe out, lean in a little
cue-press-step-up-2 = Next breath out, a touch more
cue-press-last = Last one. Same steady pressure.

## The other ways of pressing

cue-press-alternate-on = Press
cue-press-alternate-off = Let off, stay in touch
cue-press-strokes = One slow stroke, one way
cue-press-strokes-2 = Lift, go back, stroke again
cue-press-glide = Long, light strokes toward the heart
cue-press-roll = Roll slowly along the muscle
cue-press-roll-2 = A few centimetres with each breath

## After a press

cue-release = Let go slowly
cue-release-2 = Ease out, no hurry
cue-rest = Rest. Shake it loose.
cue-rest-2 = Breathe. Nothing to do.
cue-rest-3 = Let the spot settle
cue-rest-stretch = Come back to the middle and breathe
cue-let-go = It let go. That hold is done.

## Stretch, movement, changing sides, the end

cue-stretch = To first tightness. Never pain.
cue-stretch-2 = Breathe out and let it lengthen
cue-stretch-3 = No bouncing, just stay
cue-stretch-less = Less than usual. Stop well before tightness.
cue-stretch-last = Last stretch. Easy breath.
cue-move = Slow and easy, as far as is comfortable
cue-switch = Change sides
cue-done = Done. Stay a moment before you get up.

## When something changes

cue-paused = Paused. Let go of the pressure. Space goes on.
cue-eased = Easing off. One notch less.
cue-eased-twice = Let go now. No more holds on this side.
cue-eased-stretch = A little less. Stay where it is easy.
cue-eased-stretch-twice = Let the stretch go
cue-longer = Ten more seconds
cue-longest = This hold is as long as your program allows
cue-check = Tingling, numb, dizzy or sick? Any key means yes.
