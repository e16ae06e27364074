### The signs at which to stop: a row to tick, what else counts, and the same as part of a sentence. No disease is ever named.

sign-saddle = Numb between the legs, or new bladder or bowel trouble
sign-saddle-example = or new weakness or pain in both legs, or less feeling during sex
sign-saddle-note = numbness between the legs, new bladder or bowel trouble, or weakness or pain in both legs

sign-chest = Pain in the chest
sign-chest-example = or pain into the jaw or left arm, with sweating or short breath
sign-chest-note = pain in the chest, or pain into the jaw or left arm with sweating or short breath

sign-headache = A sudden headache, the worst ever
sign-headache-example = or neck pain or headache on one side, unlike any before
sign-headache-note = a sudden headache, the worst ever, or neck pain or headache on one side unlike any before

sign-face = Face drooping, slurred speech or double vision
sign-face-example = or trouble swallowing, sudden falls, newly unsteady on the feet
sign-face-note = a drooping face, slurred speech, double vision, trouble swallowing, sudden falls or new unsteadiness

sign-calf-breath = A hot, swollen, tender calf, and short breath
sign-calf-breath-example = on one side, with breathing harder than it should be
sign-calf-breath-note = a hot, swollen, tender calf on one side, and short breath

sign-faint = Fainting
sign-faint-example = everything went black, or someone saw you pass out
sign-faint-note = fainting

sign-weakness = New weakness, or numbness that spreads
sign-weakness-example = such as a foot that drops, or a hand that cannot hold a cup
sign-weakness-note = new weakness, or numbness that spreads

sign-calf = A hot, swollen, tender calf
sign-calf-example = on one side, even when breathing is easy
sign-calf-note = a hot, swollen, tender calf

sign-fever = Fever with pain in the back or neck
sign-fever-example = shivering, or feeling hot and ill, counts too
sign-fever-note = fever with pain in the back or neck

sign-night = Severe pain at night
sign-night-example = that no position eases
sign-night-note = severe pain at night that no position eases

sign-fall = Pain after a fall or a small injury, with thin bones
sign-fall-example = or after long use of steroids
sign-fall-note = pain after a fall or a small injury, with thin bones or long use of steroids

sign-dark-urine = Dark urine, and severe muscle pain after pressing
sign-dark-urine-example = the colour of tea or cola
sign-dark-urine-note = dark urine, and severe muscle pain after pressing

sign-tingling = Tingling, numbness or an electric pain
sign-tingling-example = or a pulse under the tool or the finger
sign-tingling-note = tingling, numbness, an electric pain, or a pulse under the tool

sign-dizzy = Dizzy or sick
sign-dizzy-example = light in the head, the room turning, close to vomiting
sign-dizzy-note = dizziness, or feeling sick

### What pressing may leave behind, as it is ticked after a session and on the next day

effect-bruise = Bruise up to 2 cm
effect-large-bruise = Bruise over 2 cm
effect-skin-mark = Skin mark for over a day
effect-headache = Headache
effect-dizzy = Dizzy or faint
effect-nausea = Feeling sick
effect-numb = Numb or tingling
effect-weakness = Weakness
effect-spread = Pain has spread
effect-tired = Unusually tired
effect-other = Something else
