### What each rule says, behind "Why": plain, in the words of the screens. The ids are those of the journal.

rule-g0 = While a sign at which to stop is open, or a lock, there is no session until a clinician has said to go on.
rule-g1 = With pain of 8 or more there is no pressing on that day.
rule-g2 = With pain of 6 or 7, or 2 above the middle of the last seven days, the session is easy: holds a third shorter, one hold less, the limit one lower. It earns nothing towards a step up.
rule-g3 = A place with a bruise, a mark on the skin, or soreness for more than a day is left out.
rule-g4 = At least 4 hours lie between two sessions at one place, and the program's number of sessions a day is the most.
rule-l1 = At one over the limit, the later holds of this place and side are one lower.
rule-l2 = At two over the limit, at 8 or more, or when it was let go twice, pressing this side ends. Its stretch stays, and is lower.
rule-l4 = A hold that let go after 10 seconds or more is complete.
rule-l5 = Tingling, numb, dizzy or sick leads to the list of signs.
rule-c-green = A day is good when the press stayed within the limit, pain right after rose by 1 at most, pain on the next day did not rise, soreness was gone within 24 hours, nothing else was marked, and at least 80 % was done without easing off.
rule-c-amber = A day that was neither good nor bad: the same dose again, and the good days are counted anew.
rule-c-red = A day was bad when the press was two over the limit, pain right after rose by 3, pain on the next day rose by 2, soreness lasted more than 48 hours, a bruise was larger than 2 cm, or less than half was done because it hurt.
rule-c-unknown = While an answer is missing, a day counts neither as good nor as bad, and there is no step up.
rule-p-up = After enough good days in a row, one amount may go up by one step, inside the bounds that your therapist wrote. It needs your yes.
rule-p-cap = Nothing can go up any more inside the bounds that your therapist wrote and the limits of the program.
rule-p-down = After a bad day: a day of rest, the last step up is taken back, then one step off the hold and one off the limit.
rule-p-pause = After two bad days within 7 days: two days of rest, then the start dose with the limit one lower. Tell your therapist.
rule-p-stop = After three bad days within 14 days, a sign at which to stop, or a week in which the pain lay 2 above that of the first week: locked until a clinician has said to go on.
rule-p-gap = After 7 days without a session two levels are taken back; after 21 days the start dose is in force.
rule-w1 = A change counts when the middle of seven days lies 2 points or 30 % below that of the first week.
rule-w2 = When the pain has gone down by less than 1 point and less than 15 % after four weeks, it is time to look at the plan again. Until then nothing goes up.
rule-w3 = After 14 days with pain of 1 or less, two or three days a week at the last dose are enough.
