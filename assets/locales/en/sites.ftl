### Sites, tools and regions, by the ids of assets/library.json.
### Each site has: its name, -common (plain name), -where (where to press), -position (posture),
### -stretch-1, -2 and where needed -3 (the stretch that follows, step by step), -caution (what to keep off, when to stop),
### -felt (often felt in).
### "This" side is the side being worked, so a text is right for left and right alike.

## Neck

site-upper-trapezius = Upper trapezius
site-upper-trapezius-common = shoulder-top
site-upper-trapezius-where = The fleshy ridge midway between the neck and the tip of the shoulder, from above.
site-upper-trapezius-position = Sit, arm supported.
site-upper-trapezius-stretch-1 = Slip this side’s hand under the thigh.
site-upper-trapezius-stretch-2 = Let the ear tip toward the other shoulder.
site-upper-trapezius-stretch-3 = Rest the other hand lightly on the head.
site-upper-trapezius-caution = Keep off the front of the ridge and the hollow above the collarbone. Never pull on the head.
site-upper-trapezius-felt = Side of the neck, behind the ear, temple.

site-levator-scapulae = Levator scapulae
site-levator-scapulae-common = stiff-neck muscle
site-levator-scapulae-where = Just above the inner top corner of the shoulder blade.
site-levator-scapulae-position = Sit, or stand with your back to a wall.
site-levator-scapulae-stretch-1 = Turn the nose toward the other armpit.
site-levator-scapulae-stretch-2 = Let the chin sink, and keep this shoulder low.
site-levator-scapulae-caution = Stay off the spine. Stop if the arm tingles.
site-levator-scapulae-felt = Angle of the neck, inner edge of the shoulder blade.

site-suboccipitals = Suboccipitals
site-suboccipitals-common = skull-base muscles
site-suboccipitals-where = Just under the edge of the skull, two to three centimetres to this side of the middle.
site-suboccipitals-position = Lie on your back, head supported.
site-suboccipitals-stretch-1 = Tuck the chin in gently, as for a small nod.
site-suboccipitals-stretch-2 = Stay there, the back of the head long.
site-suboccipitals-caution = Never press the notch in the middle, and do not hold the head tipped back. Stop for dizziness or any change in sight or speech.
site-suboccipitals-felt = A band from the back of the head to the eye and temple.

site-posterior-neck = Splenius and semispinalis
site-posterior-neck-common = back of the neck
site-posterior-neck-where = The column of muscle beside the spine, halfway down the back of the neck, pressed toward the skull and not toward the spine.
site-posterior-neck-position = Lie or sit, head supported.
site-posterior-neck-stretch-1 = Let the chin sink to the chest.
site-posterior-neck-stretch-2 = Then turn the head a little away from this side.
site-posterior-neck-caution = Keep off the side and the front of the neck. Stop for dizziness or any change in sight or speech.
site-posterior-neck-felt = Crown of the head, behind the eye, angle of neck and shoulder.

## Jaw and head

site-masseter = Masseter
site-masseter-common = jaw muscle
site-masseter-where = The cheek muscle between the cheekbone and the corner of the jaw, teeth apart.
site-masseter-position = Sit, elbow on a table.
site-masseter-stretch-1 = Open the mouth slowly, as far as is comfortable.
site-masseter-stretch-2 = Rest there, the fingers off the jaw.
site-masseter-caution = Keep off the jaw joint and the soft hollow behind the corner of the jaw. A jaw that locks needs a clinician, tooth pain a dentist.
site-masseter-felt = Jaw, back teeth, ear, eyebrow.

site-temporalis = Temporalis
site-temporalis-common = temple
site-temporalis-where = The flat, fan-shaped muscle above and in front of the ear, away from the pulse.
site-temporalis-position = Sit upright, jaw loose.
site-temporalis-stretch-1 = Let the teeth come apart.
site-temporalis-stretch-2 = Let the jaw open slowly and hang.
site-temporalis-caution = Find the pulse first and keep off it. New temple pain after the age of 50 with jaw ache or a change in sight needs care the same day.
site-temporalis-felt = Temple, eyebrow, upper teeth.

## Back, shoulder and chest

site-rhomboids = Rhomboids
site-rhomboids-common = between the shoulder blades
site-rhomboids-where = Two to three centimetres out from the spine, along the inner edge of the shoulder blade.
site-rhomboids-position = Stand with your back to a wall, this arm across the chest.
site-rhomboids-stretch-1 = Put your arms round yourself, this hand on the other shoulder.
site-rhomboids-stretch-2 = Let the upper back grow round.
site-rhomboids-caution = Keep off the spine, and off the ribs if your bones are thin. Stop for breathlessness or chest pain.
site-rhomboids-felt = Along the inner edge of the shoulder blade.

site-supraspinatus = Supraspinatus
site-supraspinatus-common = top of the shoulder blade
site-supraspinatus-where = The groove above the ridge of the shoulder blade, through the muscle that covers it.
site-supraspinatus-position = Sit, arm in your lap.
site-supraspinatus-stretch-1 = Bring this hand behind your back.
site-supraspinatus-stretch-2 = Tip the head away from it.
site-supraspinatus-caution = Press lightly: the muscle is thin over bone. Night pain or a weak lift is one for your therapist.
site-supraspinatus-felt = Outside of the shoulder, outside of the elbow.

site-infraspinatus = Infraspinatus
site-infraspinatus-common = flat of the shoulder blade
site-infraspinatus-where = The middle of the shoulder blade, below its ridge, and on toward its outer edge.
site-infraspinatus-position = Reach across with the other hand, or lean side-on to a wall.
site-infraspinatus-stretch-1 = Bring this arm across the chest, elbow at chest height.
site-infraspinatus-stretch-2 = Let the other hand draw it closer.
site-infraspinatus-caution = Keep off the armpit side. Leave it alone after a recent shoulder dislocation.
site-infraspinatus-felt = Front of the shoulder, down the arm.

site-latissimus-dorsi = Latissimus dorsi
site-latissimus-dorsi-common = rear fold of the armpit
site-latissimus-dorsi-where = The thick rear fold of the armpit and the outer edge of the shoulder blade.
site-latissimus-dorsi-position = Sit, arm raised on a table.
site-latissimus-dorsi-stretch-1 = Reach this arm overhead.
site-latissimus-dorsi-stretch-2 = Lean to the other side.
site-latissimus-dorsi-caution = Keep out of the hollow of the armpit. Stop if the arm tingles.
site-latissimus-dorsi-felt = Mid-back below the shoulder blade, inside of the arm.

site-deltoid = Deltoid
site-deltoid-common = shoulder cap
site-deltoid-where = The fleshy front or back of the shoulder cap, three to five finger-widths below the bony tip.
site-deltoid-position = Stand, arm loose.
site-deltoid-stretch-1 = For the back of the cap, bring this arm across the chest.
site-deltoid-stretch-2 = For the front, rest the hand on a door frame and turn away.
site-deltoid-caution = Stay high: a nerve runs lower down on the outer arm. Stop if the hand tingles.
site-deltoid-felt = Around the spot itself.

site-pectoralis-major = Pectoralis major
site-pectoralis-major-common = chest
site-pectoralis-major-where = The front fold of the armpit, or the outer chest below the collarbone.
site-pectoralis-major-position = Stand at a corner or a door frame.
site-pectoralis-major-stretch-1 = Rest this forearm on a door frame.
site-pectoralis-major-stretch-2 = Step through until the chest feels long.
site-pectoralis-major-caution = Keep off breast tissue, implants and the armpit. Chest pain, sweating or short breath: stop and call for help.
site-pectoralis-major-felt = Front of the chest, inside of the arm.

## Arm and hand

site-wrist-extensors = Wrist and finger extensors
site-wrist-extensors-common = top of the forearm
site-wrist-extensors-where = The top of the forearm, two to four centimetres below the outer end of the elbow crease.
site-wrist-extensors-position = Sit, forearm on a table.
site-wrist-extensors-stretch-1 = Straighten this elbow, palm down.
site-wrist-extensors-stretch-2 = Let the other hand bend the wrist.
site-wrist-extensors-caution = Keep off the bony knob of the elbow. New weakness in the hand is one for your therapist.
site-wrist-extensors-felt = Outside of the elbow, back of the hand.

site-wrist-flexors = Wrist and finger flexors
site-wrist-flexors-common = inside of the forearm
site-wrist-flexors-where = The inside of the forearm, in its upper third.
site-wrist-flexors-position = Sit, forearm on a table, palm up.
site-wrist-flexors-stretch-1 = Straighten this elbow, palm up.
site-wrist-flexors-stretch-2 = Let the other hand draw the fingers back.
site-wrist-flexors-caution = Keep off the elbow crease, the funny-bone groove and the wrist crease. Stop if the fingers tingle.
site-wrist-flexors-felt = Palm side of the forearm, wrist, fingers.

site-thumb-base = Thenar muscles
site-thumb-base-common = base of the thumb
site-thumb-base-where = The web between thumb and first finger, or the pad of the palm below the thumb.
site-thumb-base-position = Sit, hand resting on a table.
site-thumb-base-stretch-1 = Hold this thumb with the other hand.
site-thumb-base-stretch-2 = Spread it away from the palm.
site-thumb-base-caution = Skip it while a joint is swollen or flared up. In pregnancy, leave the web alone.
site-thumb-base-felt = Thumb, thumb side of the wrist.

## Beside the spine, and the waist

site-thoracic-erectors = Thoracic erector spinae
site-thoracic-erectors-common = mid-back, beside the spine
site-thoracic-erectors-where = Three centimetres out from the spine, anywhere from between the shoulder blades down to the lowest ribs.
site-thoracic-erectors-position = Stand with your back to a wall, knees soft.
site-thoracic-erectors-stretch-1 = Sit and put your arms round yourself.
site-thoracic-erectors-stretch-2 = Round forward until the back feels long.
site-thoracic-erectors-caution = Keep off the spine, and leave it alone if your bones break easily. Pain in a band round the chest wants checking first.
site-thoracic-erectors-felt = Around the spot, round the ribs to the front.

site-lumbar-erectors = Lumbar erector spinae
site-lumbar-erectors-common = low back, beside the spine
site-lumbar-erectors-where = Three to four centimetres out from the spine, just above the rim of the pelvis.
site-lumbar-erectors-position = Stand with your back to a wall, knees soft.
site-lumbar-erectors-stretch-1 = Lie on your back.
site-lumbar-erectors-stretch-2 = Draw both knees to the chest.
site-lumbar-erectors-caution = Keep off the spine, the lowest ribs and the kidney area. Numb between the legs, or new bladder or bowel trouble: stop and get emergency care.
site-lumbar-erectors-felt = Low back, buttock.

site-quadratus-lumborum = Quadratus lumborum
site-quadratus-lumborum-common = side of the waist
site-quadratus-lumborum-where = The side of the waist between the last rib and the pelvis, pressed in from the side.
site-quadratus-lumborum-position = Stand side-on to a wall.
site-quadratus-lumborum-stretch-1 = Stand and raise this arm overhead.
site-quadratus-lumborum-stretch-2 = Bend away from this side.
site-quadratus-lumborum-caution = Light pressure only, off the ribs and the kidney area. Fever or trouble passing water needs care the same day.
site-quadratus-lumborum-felt = Top of the hip, buttock, groin.

## Hip

site-gluteus-maximus = Gluteus maximus
site-gluteus-maximus-common = buttock
site-gluteus-maximus-where = The fleshy part of the buttock, from beside the base of the spine to its middle.
site-gluteus-maximus-position = Stand with your back to a wall, or lie.
site-gluteus-maximus-stretch-1 = Lie on your back.
site-gluteus-maximus-stretch-2 = Draw this knee toward the shoulder on the same side.
site-gluteus-maximus-caution = Keep off the sit-bone and the tailbone. Stop if pain or tingling runs down the leg.
site-gluteus-maximus-felt = Buttock, tailbone.

site-gluteus-medius = Gluteus medius and minimus
site-gluteus-medius-common = side of the hip
site-gluteus-medius-where = The outer hip, below the rim of the pelvis and above the bony point.
site-gluteus-medius-position = Stand side-on to a wall.
site-gluteus-medius-stretch-1 = Lie on your back, this ankle over the other knee.
site-gluteus-medius-stretch-2 = Draw the leg across.
site-gluteus-medius-caution = Keep off the bony point of the hip. Stop if the leg tingles.
site-gluteus-medius-felt = Low back, outside of the thigh down to the calf.

site-piriformis = Piriformis
site-piriformis-common = deep buttock
site-piriformis-where = Midway between the base of the spine and the hip bone, in the upper half of the buttock.
site-piriformis-position = Sit with this ankle on the other knee, or lean on a wall.
site-piriformis-stretch-1 = Sit or lie with this ankle on the other knee.
site-piriformis-stretch-2 = Bring the thigh toward you.
site-piriformis-caution = Shooting pain or tingling below the knee: move off or stop. Numb between the legs, or new bladder or bowel trouble: get emergency care.
site-piriformis-felt = Buttock, back of the thigh.

site-tensor-fasciae-latae = Tensor fasciae latae
site-tensor-fasciae-latae-common = front of the hip
site-tensor-fasciae-latae-where = The front and outer hip, below and behind the bony point at the front of the pelvis.
site-tensor-fasciae-latae-position = Stand with the front corner of this hip to a wall.
site-tensor-fasciae-latae-stretch-1 = Cross this leg behind the other.
site-tensor-fasciae-latae-stretch-2 = Lean toward the other side.
site-tensor-fasciae-latae-caution = Keep out of the groin. Skip it if the outer thigh is numb.
site-tensor-fasciae-latae-felt = Outside of the hip and thigh.

## Leg and foot

site-quadriceps = Quadriceps
site-quadriceps-common = front of the thigh
site-quadriceps-where = The front and outer side of the thigh, halfway between hip and knee.
site-quadriceps-position = Lie face down over the roller, or sit.
site-quadriceps-stretch-1 = Lie on the other side.
site-quadriceps-stretch-2 = Draw this heel toward the buttock.
site-quadriceps-caution = Keep out of the groin and off the kneecap.
site-quadriceps-felt = Front and side of the knee.

site-hamstrings = Hamstrings
site-hamstrings-common = back of the thigh
site-hamstrings-where = The middle of the back of the thigh, halfway between the sit-bone and the knee.
site-hamstrings-position = Sit on a firm chair.
site-hamstrings-stretch-1 = Lie on your back, a strap round this foot.
site-hamstrings-stretch-2 = Raise the leg with the strap.
site-hamstrings-caution = Keep off the sit-bone and the back of the knee. Stop if the leg tingles.
site-hamstrings-felt = Back of the knee and thigh.

site-gastrocnemius = Gastrocnemius
site-gastrocnemius-common = calf
site-gastrocnemius-where = The upper and middle calf, first its inner half, then its outer half.
site-gastrocnemius-position = Sit with the legs out, or lie.
site-gastrocnemius-stretch-1 = Lean on a wall with this leg back.
site-gastrocnemius-stretch-2 = Keep the knee straight and the heel down.
site-gastrocnemius-caution = Never press a swollen or hot calf: have it seen the same day. Keep off the back of the knee and raised veins.
site-gastrocnemius-felt = Calf, arch of the foot, back of the knee.

site-soleus = Soleus
site-soleus-common = deep calf
site-soleus-where = The lower third of the calf, along its two sides.
site-soleus-position = Sit with the legs out.
site-soleus-stretch-1 = Lean on a wall with this leg back.
site-soleus-stretch-2 = Bend the knee and keep the heel down.
site-soleus-caution = Never press a swollen or hot calf: have it seen the same day. Keep off the tendon above the heel.
site-soleus-felt = Heel, calf.

site-tibialis-anterior = Tibialis anterior
site-tibialis-anterior-common = side of the shin
site-tibialis-anterior-where = A thumb’s width outside the shin bone, in the upper third of the lower leg.
site-tibialis-anterior-position = Sit, foot flat.
site-tibialis-anterior-stretch-1 = Sit or kneel with this foot pointed.
site-tibialis-anterior-stretch-2 = Let its top sink toward the floor.
site-tibialis-anterior-caution = Keep off the bone and the bony knob below the outer knee. Severe, tight shin pain after exertion needs urgent care.
site-tibialis-anterior-felt = Shin, big toe.

site-plantar-foot = Plantar foot muscles
site-plantar-foot-common = arch of the foot
site-plantar-foot-where = The middle of the arch, clear of the heel bone.
site-plantar-foot-position = Sit, foot on the floor.
site-plantar-foot-stretch-1 = Sit with this ankle on the other knee.
site-plantar-foot-stretch-2 = Draw the toes back.
site-plantar-foot-caution = Never on a foot with numb or reduced feeling. Leave it alone with a fresh heel bruise or a possible stress fracture.
site-plantar-foot-felt = Sole, heel, toes.

## Locked sites: stretched only, unless the program unlocks pressing

site-sternocleidomastoid = Sternocleidomastoid
site-sternocleidomastoid-common = strap of the neck
site-sternocleidomastoid-where = The strap that runs from behind the ear to the breastbone and the inner end of the collarbone.
site-sternocleidomastoid-position = Sit upright, shoulders low.
site-sternocleidomastoid-stretch-1 = Keep the chin level.
site-sternocleidomastoid-stretch-2 = Let the ear tip toward the other shoulder.
site-sternocleidomastoid-caution = No pressing unless your therapist unlocks it: large blood vessels lie beside it. Stop for dizziness or any change in sight or speech.
site-sternocleidomastoid-felt = Forehead, around the eye, ear.

site-scalenes = Scalenes
site-scalenes-common = side of the neck
site-scalenes-where = The deep muscles at the side of the neck, above the collarbone.
site-scalenes-position = Sit upright, this hand under the thigh.
site-scalenes-stretch-1 = Keep this shoulder low.
site-scalenes-stretch-2 = Let the ear tip toward the other shoulder.
site-scalenes-caution = No pressing unless your therapist unlocks it: nerves and vessels of the arm pass here. Stop if the arm tingles.
site-scalenes-felt = Chest, arm, inner edge of the shoulder blade.

site-pectoralis-minor = Pectoralis minor
site-pectoralis-minor-common = deep chest
site-pectoralis-minor-where = Under the chest muscle, below the outer end of the collarbone.
site-pectoralis-minor-position = Stand at a door frame.
site-pectoralis-minor-stretch-1 = Rest this forearm on the frame, elbow a little above the shoulder.
site-pectoralis-minor-stretch-2 = Step through gently.
site-pectoralis-minor-caution = No pressing unless your therapist unlocks it: nerves and vessels of the arm run beneath. Stop if the hand tingles.
site-pectoralis-minor-felt = Front of the shoulder, inside of the arm.

site-subscapularis = Subscapularis
site-subscapularis-common = inner face of the shoulder blade
site-subscapularis-where = The face of the shoulder blade that lies on the ribs, reached only through the armpit.
site-subscapularis-position = Stand at a door frame, elbow bent at your side.
site-subscapularis-stretch-1 = Hold the frame with this hand, elbow at your side.
site-subscapularis-stretch-2 = Turn the body away.
site-subscapularis-caution = No pressing unless your therapist unlocks it: the armpit holds nerves and vessels. Leave it alone after a recent shoulder dislocation.
site-subscapularis-felt = Back of the shoulder, back of the wrist.

site-iliopsoas = Iliopsoas
site-iliopsoas-common = hip flexor
site-iliopsoas-where = Deep in the belly and groin, from the low spine to the inner thigh bone.
site-iliopsoas-position = Kneel on this knee, the other foot in front, a cushion under the knee.
site-iliopsoas-stretch-1 = Keep the back long.
site-iliopsoas-stretch-2 = Move the hips forward until the front of this hip feels long.
site-iliopsoas-caution = Stretched only: the belly and groin are never pressed. Do less if the low back pinches.
site-iliopsoas-felt = Low back, front of the thigh.

site-adductors = Adductors
site-adductors-common = inner thigh
site-adductors-where = The inside of the thigh, from the groin to the knee.
site-adductors-position = Stand, feet wide, a hand on a chair.
site-adductors-stretch-1 = Bend the other knee.
site-adductors-stretch-2 = Let the inside of this thigh grow long.
site-adductors-caution = No pressing unless your therapist unlocks it: vessels and nerves lie close to the groin. Stop for sharp groin pain.
site-adductors-felt = Groin, inside of the thigh and knee.

site-popliteus = Popliteus
site-popliteus-common = back of the knee
site-popliteus-where = Deep in the hollow behind the knee, just below its crease.
site-popliteus-position = Sit, this leg out, heel on the floor.
site-popliteus-stretch-1 = Keep the heel on the floor.
site-popliteus-stretch-2 = Let the knee straighten under its own weight.
site-popliteus-caution = No pressing unless your therapist unlocks it: vessels and a nerve cross behind the knee. Stop if the foot tingles.
site-popliteus-felt = Back of the knee.

## Tools

tool-fingertips = fingertips
tool-fingertips-take = Use your fingertips.
tool-pinch = finger pinch
tool-pinch-take = Pinch between thumb and fingers.
tool-thumb = thumb
tool-thumb-take = Use your thumb, held straight.
tool-knuckle = knuckle
tool-knuckle-take = Use a knuckle.
tool-forearm = forearm
tool-forearm-take = Use your forearm.
tool-elbow = elbow
tool-elbow-take = Use your elbow, with little weight.
tool-ball-soft = soft ball
tool-ball-soft-take = Take the soft ball.
tool-ball-firm = firm ball
tool-ball-firm-take = Take the firm ball.
tool-two-balls = two balls
tool-two-balls-take = Take the two balls.
tool-cane = cane
tool-cane-take = Take the cane.
tool-roller = foam roller
tool-roller-take = Take the foam roller.

## Regions, as in "How is the pain in your … now?"

region-neck = neck
region-jaw = jaw
region-head = head
region-shoulder = shoulder
region-chest = chest
region-upper-back = upper back
region-low-back = low back
region-hip = hip
region-thigh = thigh
region-leg = lower leg
region-foot = foot
region-arm = arm
region-hand = hand

## No-press zones of the figure, as in "Do not press: …"

zone-eye = eyes
zone-throat = throat and front of the neck
zone-collar = hollow above the collarbone
zone-sternum = breastbone
zone-armpit = armpit
zone-innerarm = inside of the upper arm
zone-elbow = elbow crease and funny-bone groove
zone-belly = belly
zone-groin = groin
zone-knee = kneecap
zone-shin = shin bone
zone-notch = notch under the skull
zone-spine = spine
zone-sacrum = base of the spine
zone-kidney = kidney area
zone-popliteal = back of the knee
zone-achilles = tendon above the heel

## Where what is said about a site comes from

source-travell-simons = Travell and Simons (textbook)
source-medlink = medlink.com/media/mpssi12b
source-learn-and-feel-better = learnandfeelbetter.com/quadratus-lumborum
source-knuklball = knuklball.com/pages/trigger-point-map-back
source-digiovanni-2003 = DiGiovanni 2003 (textbook)
source-areas-of-caution = areas of caution in massage (abmp.com 2200, mblexguide.com)
