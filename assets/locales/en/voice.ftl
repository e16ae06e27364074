### What is spoken: one line a phrase, its id behind "voice-". tools/voice/render reads these lines and makes the sound files of
### assets/voice/en from them; tests/voice.rs checks that every phrase has its line and its file. A text is plain words, without
### variables. Short, for it has to fit between two tones; it is said before the tone that says when.

## Taking the position, finding the spot

voice-side-left = Left side.
voice-side-right = Right side.
voice-side-middle = In the middle.
voice-now-left = Now your left side.
voice-now-right = Now your right side.
voice-change-sides = Change sides.
voice-next-place = The next place.
voice-get-ready = Get ready.
voice-find = Find the spot. Any key when you have it.
voice-find-short = Find the spot.
voice-alternate = Press, and let off, with the sounds.
voice-strokes = Slow strokes, one way, with the sounds.
voice-glide = Long, light strokes, toward the heart.
voice-roll = Roll slowly, along the muscle.

## While pressing, and after it

voice-sink-in = Sink in slowly.
voice-more-soon = Soon, a little more.
voice-half-way = Half-way.
voice-let-go = Let go slowly.
voice-rest = Rest. Breathe easily.
voice-rest-short = Rest.
voice-last = Last one.
voice-seconds = seconds.

## Stretching and moving

voice-now-stretch = Now the stretch.
voice-stretch-shown = The stretch that you were shown.
voice-tightness = To first tightness. Never pain.
voice-less = Less than usual. Stop well before tightness.
voice-move-soon = Next, slow movements.
voice-move = Slow and easy, as far as is comfortable.
voice-done = Done. Stay a moment before you get up.

## Questions

voice-how-strong = How strong was it, zero to ten?
voice-how-strong-short = Zero to ten?
voice-any-key-at-yours = Any key at your number.
voice-not-answered = Not answered.
voice-pain-now = How is your pain now, zero to ten?
voice-saved = Saved.
voice-all-told = That is all. Rest as long as you like.
voice-symptoms = Tingling, numb, dizzy or sick? Any key means yes.

## When something changes

voice-paused = Paused. Let go of the pressure.
voice-resumed = Going on. Get ready.
voice-stopped = Stopped. Let go of everything.
voice-unwell = Stopped. Let go, and stay still. Where to turn is on the screen.
voice-kept = Finished. What you did is kept.
voice-discarded = Ended. This session is left out.
voice-eased = Easing off. One notch less.
voice-eased-stretch = A little less.
voice-gave-up = Let go now.
voice-stretch-off = Let the stretch go.
voice-let-go-noted = It let go. That hold is done.
voice-lowered = The next holds are one lower.
voice-pressing-ended = No more pressing on this side today.
voice-ten-more = Ten more seconds.
voice-minutes-left = minutes left.
voice-minute-left = minute left.
voice-seconds-left = seconds left.
voice-test = This is the voice that leads you.

## The sheet that ends a session, and what stood in the way

voice-any-key-at-choice = Any key at your choice.
voice-choice-go-on = Go on?
voice-choice-finish = Finish here, and keep it?
voice-choice-unwell = Something feels wrong?
voice-slept = The computer was asleep. Space goes on.
voice-sound-back = The sound is back.

## Practice, and the sound check

voice-press-yours = Press the key that you will use.
voice-practice = This is practice. Nothing is kept.
voice-practice-ease = If it is too much, press any key. Try it now.
voice-practice-eased = Just like that. Once more lets go.
voice-practice-answer = When you hear three, press any key.
voice-practice-pause = Space pauses. Space again goes on.
voice-practice-done = That is all there is to it.
voice-tone-low = A low tone.
voice-tone-middle = A middle tone.
voice-tone-high = A high tone.
voice-heard-now = Did you hear it?

## Tools

voice-tool-fingertips = Use your fingertips.
voice-tool-pinch = Pinch, between thumb and fingers.
voice-tool-thumb = Use your thumb, held straight.
voice-tool-knuckle = Use a knuckle.
voice-tool-forearm = Use your forearm.
voice-tool-elbow = Use your elbow, with little weight.
voice-tool-ball-soft = Take the soft ball.
voice-tool-ball-firm = Take the firm ball.
voice-tool-two-balls = Take the two balls.
voice-tool-cane = Take the cane.
voice-tool-roller = Take the foam roller.

## The sites: their plain names

voice-place-upper-trapezius = Shoulder-top.
voice-place-levator-scapulae = Stiff-neck muscle.
voice-place-suboccipitals = Skull-base muscles.
voice-place-posterior-neck = Back of the neck.
voice-place-masseter = Jaw muscle.
voice-place-temporalis = Temple.
voice-place-rhomboids = Between the shoulder blades.
voice-place-supraspinatus = Top of the shoulder blade.
voice-place-infraspinatus = Flat of the shoulder blade.
voice-place-latissimus-dorsi = Rear fold of the armpit.
voice-place-deltoid = Shoulder cap.
voice-place-pectoralis-major = Chest.
voice-place-wrist-extensors = Top of the forearm.
voice-place-wrist-flexors = Inside of the forearm.
voice-place-thumb-base = Base of the thumb.
voice-place-thoracic-erectors = Mid-back, beside the spine.
voice-place-lumbar-erectors = Low back, beside the spine.
voice-place-quadratus-lumborum = Side of the waist.
voice-place-gluteus-maximus = Buttock.
voice-place-gluteus-medius = Side of the hip.
voice-place-piriformis = Deep buttock.
voice-place-tensor-fasciae-latae = Front of the hip.
voice-place-quadriceps = Front of the thigh.
voice-place-hamstrings = Back of the thigh.
voice-place-gastrocnemius = Calf.
voice-place-soleus = Deep calf.
voice-place-tibialis-anterior = Side of the shin.
voice-place-plantar-foot = Arch of the foot.
voice-place-sternocleidomastoid = Strap of the neck.
voice-place-scalenes = Side of the neck.
voice-place-pectoralis-minor = Deep chest.
voice-place-subscapularis = Inner face of the shoulder blade.
voice-place-iliopsoas = Hip flexor.
voice-place-adductors = Inner thigh.
voice-place-popliteus = Back of the knee.

## How to sit, stand or lie at each

voice-position-upper-trapezius = Sit, arm supported.
voice-position-levator-scapulae = Sit, or stand with your back to a wall.
voice-position-suboccipitals = Lie on your back, head supported.
voice-position-posterior-neck = Lie or sit, head supported.
voice-position-masseter = Sit, elbow on a table.
voice-position-temporalis = Sit upright, jaw loose.
voice-position-rhomboids = Back to a wall, this arm across the chest.
voice-position-supraspinatus = Sit, arm in your lap.
voice-position-infraspinatus = Reach across, or lean side-on to a wall.
voice-position-latissimus-dorsi = Sit, arm raised on a table.
voice-position-deltoid = Stand, arm loose.
voice-position-pectoralis-major = Stand at a door frame.
voice-position-wrist-extensors = Sit, forearm on a table.
voice-position-wrist-flexors = Sit, forearm on a table, palm up.
voice-position-thumb-base = Sit, hand resting on a table.
voice-position-thoracic-erectors = Back to a wall, knees soft.
voice-position-lumbar-erectors = Back to a wall, knees soft.
voice-position-quadratus-lumborum = Stand side-on to a wall.
voice-position-gluteus-maximus = Back to a wall, or lie.
voice-position-gluteus-medius = Stand side-on to a wall.
voice-position-piriformis = Sit, this ankle on the other knee.
voice-position-tensor-fasciae-latae = Turn the front of this hip to a wall.
voice-position-quadriceps = Lie face down over the roller, or sit.
voice-position-hamstrings = Sit on a firm chair.
voice-position-gastrocnemius = Sit with the legs out, or lie.
voice-position-soleus = Sit with the legs out.
voice-position-tibialis-anterior = Sit, foot flat.
voice-position-plantar-foot = Sit, foot on the floor.
voice-position-sternocleidomastoid = Sit upright, shoulders low.
voice-position-scalenes = Sit upright, this hand under the thigh.
voice-position-pectoralis-minor = Stand at a door frame.
voice-position-subscapularis = Stand at a door frame, elbow at your side.
voice-position-iliopsoas = Kneel on this knee, the other foot in front.
voice-position-adductors = Stand, feet wide, a hand on a chair.
voice-position-popliteus = Sit, this leg out, heel on the floor.

## The stretch of each, in short

voice-stretch-upper-trapezius = Let the ear tip toward the other shoulder.
voice-stretch-levator-scapulae = Nose to the other armpit, chin sinking.
voice-stretch-suboccipitals = Tuck the chin in gently, and stay.
voice-stretch-posterior-neck = Chin to the chest, then turn a little away.
voice-stretch-masseter = Open the mouth slowly, and rest there.
voice-stretch-temporalis = Let the jaw open slowly, and hang.
voice-stretch-rhomboids = Hug yourself, and round the upper back.
voice-stretch-supraspinatus = This hand behind your back, head tipped away.
voice-stretch-infraspinatus = This arm across the chest, at chest height.
voice-stretch-latissimus-dorsi = Reach overhead, and lean to the other side.
voice-stretch-deltoid = This arm across the chest, or back at a door frame.
voice-stretch-pectoralis-major = Forearm on the door frame, step through.
voice-stretch-wrist-extensors = Elbow straight, palm down, bend the wrist.
voice-stretch-wrist-flexors = Elbow straight, palm up, draw the fingers back.
voice-stretch-thumb-base = Spread this thumb away from the palm.
voice-stretch-thoracic-erectors = Sit, hug yourself, and round forward.
voice-stretch-lumbar-erectors = On your back, draw both knees to the chest.
voice-stretch-quadratus-lumborum = This arm overhead, bend away from this side.
voice-stretch-gluteus-maximus = On your back, draw this knee to the shoulder.
voice-stretch-gluteus-medius = On your back, draw this leg across.
voice-stretch-piriformis = Ankle on the other knee, thigh toward you.
voice-stretch-tensor-fasciae-latae = Cross this leg behind, lean to the other side.
voice-stretch-quadriceps = On your side, draw the heel toward the buttock.
voice-stretch-hamstrings = On your back, raise this leg with a strap.
voice-stretch-gastrocnemius = This leg back, knee straight, heel down.
voice-stretch-soleus = This leg back, knee bent, heel down.
voice-stretch-tibialis-anterior = Point this foot, its top toward the floor.
voice-stretch-plantar-foot = Ankle on the other knee, draw the toes back.
voice-stretch-sternocleidomastoid = Ear toward the other shoulder, chin level.
voice-stretch-scalenes = Ear to the other shoulder, this shoulder low.
voice-stretch-pectoralis-minor = Forearm on the frame, step through gently.
voice-stretch-subscapularis = Hold the frame, and turn the body away.
voice-stretch-iliopsoas = Back long, move the hips forward.
voice-stretch-adductors = Bend the other knee, let this thigh grow long.
voice-stretch-popliteus = Let the knee straighten by its own weight.

## Which hold, set or stretch

voice-round-hold-1-of-2 = Hold one of two.
voice-round-hold-1-of-3 = Hold one of three.
voice-round-hold-2-of-3 = Hold two of three.
voice-round-hold-1-of-4 = Hold one of four.
voice-round-hold-2-of-4 = Hold two of four.
voice-round-hold-3-of-4 = Hold three of four.
voice-round-hold-1-of-5 = Hold one of five.
voice-round-hold-2-of-5 = Hold two of five.
voice-round-hold-3-of-5 = Hold three of five.
voice-round-hold-4-of-5 = Hold four of five.
voice-round-hold-1-of-6 = Hold one of six.
voice-round-hold-2-of-6 = Hold two of six.
voice-round-hold-3-of-6 = Hold three of six.
voice-round-hold-4-of-6 = Hold four of six.
voice-round-hold-5-of-6 = Hold five of six.
voice-round-set-1-of-2 = Set one of two.
voice-round-set-1-of-3 = Set one of three.
voice-round-set-2-of-3 = Set two of three.
voice-round-stretch-1-of-2 = Stretch one of two.
voice-round-stretch-1-of-3 = Stretch one of three.
voice-round-stretch-2-of-3 = Stretch two of three.
voice-round-stretch-1-of-4 = Stretch one of four.
voice-round-stretch-2-of-4 = Stretch two of four.
voice-round-stretch-3-of-4 = Stretch three of four.

## Numbers

voice-number-0 = Zero.
voice-number-1 = One.
voice-number-2 = Two.
voice-number-3 = Three.
voice-number-4 = Four.
voice-number-5 = Five.
voice-number-6 = Six.
voice-number-7 = Seven.
voice-number-8 = Eight.
voice-number-9 = Nine.
voice-number-10 = Ten.
voice-number-11 = Eleven.
voice-number-12 = Twelve.
voice-number-13 = Thirteen.
voice-number-14 = Fourteen.
voice-number-15 = Fifteen.
voice-number-16 = Sixteen.
voice-number-17 = Seventeen.
voice-number-18 = Eighteen.
voice-number-19 = Nineteen.
voice-number-20 = Twenty.
voice-number-21 = Twenty-one.
voice-number-22 = Twenty-two.
voice-number-23 = Twenty-three.
voice-number-24 = Twenty-four.
voice-number-25 = Twenty-five.
voice-number-26 = Twenty-six.
voice-number-27 = Twenty-seven.
voice-number-28 = Twenty-eight.
voice-number-29 = Twenty-nine.
voice-number-30 = Thirty.
voice-number-31 = Thirty-one.
voice-number-32 = Thirty-two.
voice-number-33 = Thirty-three.
voice-number-34 = Thirty-four.
voice-number-35 = Thirty-five.
voice-number-36 = Thirty-six.
voice-number-37 = Thirty-seven.
voice-number-38 = Thirty-eight.
voice-number-39 = Thirty-nine.
voice-number-40 = Forty.
voice-number-41 = Forty-one.
voice-number-42 = Forty-two.
voice-number-43 = Forty-three.
voice-number-44 = Forty-four.
voice-number-45 = Forty-five.
voice-number-46 = Forty-six.
voice-number-47 = Forty-seven.
voice-number-48 = Forty-eight.
voice-number-49 = Forty-nine.
voice-number-50 = Fifty.
voice-number-51 = Fifty-one.
voice-number-52 = Fifty-two.
voice-number-53 = Fifty-three.
voice-number-54 = Fifty-four.
voice-number-55 = Fifty-five.
voice-number-56 = Fifty-six.
voice-number-57 = Fifty-seven.
voice-number-58 = Fifty-eight.
voice-number-59 = Fifty-nine.
voice-number-60 = Sixty.
