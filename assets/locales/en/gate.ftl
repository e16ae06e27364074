### The long list before the first session: a row to tick, what counts, and the same as part of a sentence.
### What is only advised has a sentence of what to do. A row names what a person knows of; none is said to be likely.

## What blocks

gate-fever = Fever, or an infection now
gate-fever-example = shivering, or feeling hot and ill, counts too
gate-fever-note = a fever or an infection

gate-clot = A blood clot, known or suspected
gate-clot-example = or medicine against one, begun a short while ago
gate-clot-note = a blood clot, known or suspected, or medicine against one begun a short while ago

gate-weight-loss = Pain, and losing weight without a reason
gate-weight-loss-example = clothes get loose, and nothing else has changed
gate-weight-loss-note = pain, and losing weight without a reason

gate-injury = A hard fall, crash or blow in recent weeks
gate-injury-example = from a height, at speed, or anything that needed a hospital
gate-injury-note = a hard fall, crash or blow in recent weeks

gate-fracture = A broken bone, or one that may be broken
gate-fracture-example = a crack from too much load counts too
gate-fracture-note = a broken bone, or one that may be broken

gate-angina = A tight chest that is new or getting worse
gate-angina-example = at rest, or with less effort than it used to take
gate-angina-note = a tight chest that is new or getting worse

gate-blood-pressure = High blood pressure, not under control
gate-blood-pressure-example = too high whenever it is measured, with tablets or without
gate-blood-pressure-note = high blood pressure that is not under control

gate-lump = A new lump or swelling that nobody has looked at
gate-lump-example = painful or not, anywhere on the body
gate-lump-note = a new lump or swelling that nobody has looked at

gate-flare = Arthritis that flares up where you would press
gate-flare-example = a joint there is hot, red or swollen now
gate-flare-note = arthritis that flares up in the area

gate-surgery = An operation in the last 6 weeks
gate-surgery-example = a keyhole operation counts too
gate-surgery-note = an operation in the last 6 weeks

gate-aneurysm = An artery that bulges (an aneurysm)
gate-aneurysm-example = also a small one that is only being watched
gate-aneurysm-note = an artery that bulges

## What is asked about first

gate-pregnant = Pregnant
gate-pregnant-example = or perhaps pregnant
gate-pregnant-note = a pregnancy

gate-bleeding = Blood thinners, easy bleeding
gate-bleeding-example = or too few blood platelets
gate-bleeding-note = blood thinners, or bleeding easily

gate-thin-bones = Thin bones, or long steroid use
gate-thin-bones-example = osteoporosis counts
gate-thin-bones-note = thin bones, or long use of steroids

gate-cancer = Cancer now, or in the bones
gate-cancer-example = also while you have medicine for it
gate-cancer-note = cancer

gate-numbness = Less feeling in the skin
gate-numbness-example = from diabetes or anything else
gate-numbness-note = less feeling in the skin

gate-loose-joints = Joints that bend too far
gate-loose-joints-example = or a weak connective tissue
gate-loose-joints-note = joints that bend too far, or a weak connective tissue

gate-sensitive = Very sensitive to pain
gate-sensitive-example = fibromyalgia counts
gate-sensitive-note = being very sensitive to pain

gate-veins = Severe varicose veins
gate-veins-example = thick, aching, or with sore skin
gate-veins-note = severe varicose veins

gate-implant = An implant, pacemaker or stent
gate-implant-example = near a spot that you press
gate-implant-note = an implant, pacemaker or stent near a spot

gate-rheumatoid = Rheumatoid disease
gate-rheumatoid-example = or loose joints at the top of the neck
gate-rheumatoid-note = rheumatoid disease, or loose joints at the top of the neck

gate-migraine = Migraine with flashes of light
gate-migraine-example = or a disease of the arteries
gate-migraine-note = migraine with flashes of light, or a disease of the arteries

gate-young = Under 18 years old
gate-young-example = the person who is pressed
gate-young-note = being under 18 years old

gate-cannot-tell = Hard to say how a press feels
gate-cannot-tell-example = for whatever reason
gate-cannot-tell-note = finding it hard to say how a press feels

## What is advised

gate-nursing = Nursing a baby
gate-nursing-example = keep off the breast and the armpit
gate-nursing-note = nursing a baby
gate-nursing-advice = Keep pressure off the breast, the armpit and the chest muscle near them. Ask if you are not sure.

gate-drowsy = Very tired, or had alcohol today
gate-drowsy-example = or strong painkillers or sedatives
gate-drowsy-note = being very tired, or alcohol, strong painkillers or sedatives
gate-drowsy-advice = A press feels weaker than it is then. Another day is better for it.

## What makes a spot be left out, for a list

skip-open-wound = open wound
skip-burn = burn
skip-rash = rash
skip-infection = infection
skip-bruise = bruise
skip-swelling = swelling
skip-strain = new sprain (3 days)
skip-vein = varicose vein
skip-injection = injection site
skip-joint-replacement = new joint (12 weeks)
skip-hard-muscle = bone grown in a muscle
