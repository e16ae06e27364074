//! The long list: what has to be known about a person before the first session, every 30 days, and when a program brings a
//! new part of the body (`clinical.md` §4.1).

mod condition;
mod skip;
mod tools;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::super::library::Region;
use super::super::measure::Discomfort;

pub use condition::{Condition, Level, asked_for};
pub use skip::SkipReason;
pub use tools::{FirmTools, is_firm, softer};

/// Why the list is asked now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// It was never asked.
    First,
    /// 30 days have passed.
    Again,
    /// The program brings a part of the body that it was not asked about.
    NewRegion,
}

/// One time that the list was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// When.
    pub on: Date,
    /// The parts of the body it was asked about.
    pub regions: Vec<Region>,
    /// What applied.
    pub conditions: Vec<Condition>,
    /// The conditions that a clinician has agreed to.
    pub agreed: Vec<Condition>,
}

impl Answered {
    /// Returns the answer given on that day, with what goes on from the last time.
    ///
    /// What blocked then, and no clinician has agreed to, blocks still, ticked or not (`clinical.md` §4.1: "until a clinician
    /// OKs"). A go-ahead for something to be asked about first goes on as long as it is ticked and no part of the body is
    /// new. What blocks is asked about anew each time that it is ticked: it may have happened again.
    pub fn after(last: Option<&Self>, on: Date, regions: Vec<Region>, ticked: &[Condition]) -> Self {
        let open = |condition: &Condition| last.is_some_and(|last| last.blocks(*condition));
        let stands = |condition: &Condition| ticked.contains(condition) || open(condition);
        let conditions: Vec<_> = Condition::ALL.into_iter().filter(stands).collect();
        let covers = |last: &&Self| regions.iter().all(|region| last.regions.contains(region));
        let before = last.filter(covers).map_or(&[][..], |last| &last.agreed);
        let goes_on = |condition: &&Condition| condition.level(&regions) != Level::Block && before.contains(condition);
        let agreed = conditions.iter().filter(goes_on).copied().collect();
        Self { on, regions, conditions, agreed }
    }

    fn blocks(&self, condition: Condition) -> bool {
        let open = self.conditions.contains(&condition) && !self.agreed.contains(&condition);
        open && condition.level(&self.regions) == Level::Block
    }
}

/// After so many days it is asked again (`clinical.md` §4.1).
pub const DAYS: i32 = 30;

/// Returns why the list is to be asked today, if it is.
pub fn due(last: Option<&Answered>, regions: &[Region], today: Date) -> Option<Due> {
    let Some(last) = last else { return Some(Due::First) };
    if regions.iter().any(|region| !last.regions.contains(region)) {
        return Some(Due::NewRegion);
    }
    let until = last.on.checked_add(DAYS.days()).unwrap_or(last.on);
    // A clock set back before the last answer is no reason to trust it for longer.
    (today >= until || today < last.on).then_some(Due::Again)
}

/// The most discomfort while something of the "ask first" list applies (`clinical.md` §4.1).
pub const ASKED_CEILING: Option<Discomfort> = Discomfort::new(3);

/// What the answers leave open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowed {
    /// What a clinician has to say about before any session; empty where nothing stands in the way.
    pub blocked: Vec<Condition>,
    /// The most discomfort, where something lowers it.
    pub ceiling: Option<Discomfort>,
    /// Whether firm tools may be used.
    pub firm_tools: FirmTools,
    /// What is only to be borne in mind. One that [passes](Condition::passes) counts on the day of the answer alone.
    pub advice: Vec<Condition>,
}

/// Returns what these answers leave open for those parts of the body.
///
/// A condition to be asked about first blocks like the others until a clinician has agreed; then sessions go on below
/// [`ASKED_CEILING`] and without firm tools, also where it is its place on the body that makes it block.
pub fn allowed(answered: &Answered, regions: &[Region]) -> Allowed {
    let apply = asked_for(regions).into_iter().filter(|condition| answered.conditions.contains(condition));
    let (advice, weighty): (Vec<_>, Vec<_>) = apply.partition(|condition| condition.level(regions) == Level::Advise);
    let lowered = weighty.iter().any(|condition| condition.lowers());
    Allowed {
        ceiling: ASKED_CEILING.filter(|_| lowered),
        firm_tools: if lowered { FirmTools::NotAllowed } else { FirmTools::Allowed },
        blocked: weighty.into_iter().filter(|condition| !answered.agreed.contains(condition)).collect(),
        advice,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn answered(conditions: &[Condition], agreed: &[Condition]) -> Answered {
        Answered {
            on: date(2026, 11, 1),
            regions: Region::ALL.to_vec(),
            conditions: conditions.to_vec(),
            agreed: agreed.to_vec(),
        }
    }

    #[test]
    fn it_is_asked_first_again_and_for_a_new_part() {
        let last = Answered { regions: vec![Region::Neck, Region::Shoulder], ..answered(&[], &[]) };
        let due_on = |regions: &[Region], day| due(Some(&last), regions, day);
        let neck = [Region::Neck];
        assert_eq!(due(None, &neck, date(2026, 11, 1)), Some(Due::First));
        assert_eq!(due(None, &[], date(2026, 11, 1)), Some(Due::First));
        for (day, expected) in [
            (date(2026, 11, 1), None),
            (date(2026, 11, 30), None),
            (date(2026, 12, 1), Some(Due::Again)),
            (date(2027, 12, 1), Some(Due::Again)),
            (date(2026, 10, 31), Some(Due::Again)),
        ] {
            assert_eq!(due_on(&neck, day), expected, "{day}");
        }
        assert_eq!(due_on(&[Region::Shoulder, Region::Neck], date(2026, 11, 2)), None);
        assert_eq!(due_on(&[Region::Neck, Region::Leg], date(2026, 11, 2)), Some(Due::NewRegion));
        assert_eq!(due_on(&[Region::Leg], date(2026, 12, 24)), Some(Due::NewRegion));
    }

    #[test]
    fn an_answer_on_the_last_of_days_is_asked_again_and_not_trusted_for_ever() {
        let last = Answered { on: Date::MAX, ..answered(&[], &[]) };
        assert_eq!(due(Some(&last), &[Region::Neck], Date::MAX), Some(Due::Again));
    }

    #[test]
    fn nothing_ticked_leaves_everything_open() {
        let open = Allowed { blocked: vec![], ceiling: None, firm_tools: FirmTools::Allowed, advice: vec![] };
        assert_eq!(allowed(&answered(&[], &[]), &Region::ALL), open);
    }

    #[test]
    fn what_applies_blocks_until_a_clinician_agrees() {
        for region in Region::ALL {
            for condition in asked_for(&[region]) {
                let before = allowed(&answered(&[condition], &[]), &[region]);
                let after = allowed(&answered(&[condition], &[condition]), &[region]);
                let advised = condition.level(&[region]) == Level::Advise;
                let expected = if advised { vec![] } else { vec![condition] };
                assert_eq!(before.blocked, expected, "{condition:?} at {region:?}");
                assert_eq!(after.blocked, [], "{condition:?} at {region:?}");
                let advice = if advised { vec![condition] } else { vec![] };
                assert_eq!(after.advice, advice, "{condition:?} at {region:?}");
                let lower = (ASKED_CEILING, FirmTools::NotAllowed);
                let expected = if condition.lowers() { lower } else { (None, FirmTools::Allowed) };
                assert_eq!((after.ceiling, after.firm_tools), expected, "{condition:?} at {region:?}");
            }
        }
    }

    #[test]
    fn one_agreed_condition_does_not_open_another() {
        let answered = answered(&[Condition::Pregnant, Condition::Fever, Condition::Bleeding], &[Condition::Pregnant]);
        assert_eq!(allowed(&answered, &[Region::Hip]).blocked, [Condition::Fever, Condition::Bleeding]);
    }

    #[test]
    fn what_is_not_asked_about_a_part_does_not_count_there() {
        let answered = answered(&[Condition::Migraine, Condition::Veins, Condition::Nursing], &[]);
        let blocked = |regions: &[Region]| allowed(&answered, regions).blocked;
        assert_eq!(blocked(&[Region::Neck]), [Condition::Migraine]);
        assert_eq!(blocked(&[Region::Leg]), [Condition::Veins]);
        assert_eq!(blocked(&[Region::Arm]), []);
        assert_eq!(allowed(&answered, &[Region::Arm]).ceiling, None);
        assert_eq!(allowed(&answered, &[Region::Arm]).advice, []);
    }

    #[test]
    fn a_clinicians_word_goes_on_only_where_nothing_is_new() {
        use Condition::{Fever, Pregnant, Rheumatoid};
        let last = Answered {
            regions: vec![Region::Shoulder, Region::Hip],
            ..answered(&[Pregnant, Rheumatoid, Fever], &[Pregnant, Rheumatoid, Fever])
        };
        let agreed = |regions: &[Region], conditions: &[Condition]| {
            Answered::after(Some(&last), date(2026, 12, 1), regions.to_vec(), conditions).agreed
        };
        assert_eq!(agreed(&[Region::Hip], &[Pregnant, Rheumatoid, Fever]), [Pregnant, Rheumatoid]);
        assert_eq!(agreed(&[Region::Hip], &[Pregnant]), [Pregnant]);
        assert_eq!(agreed(&[Region::Hip], &[]), []);
        assert_eq!(agreed(&[Region::Hip, Region::Neck], &[Pregnant, Rheumatoid]), []);
        assert_eq!(Answered::after(None, date(2026, 12, 1), vec![Region::Hip], &[Pregnant]).agreed, []);
    }

    #[test]
    fn what_blocks_goes_on_until_a_clinician_agrees_whatever_is_ticked_later() {
        use Condition::{Fracture, Pregnant, Rheumatoid};
        let next = |last: &Answered| Answered::after(Some(last), date(2026, 12, 1), vec![Region::Neck], &[]).conditions;
        assert_eq!(next(&answered(&[Fracture, Pregnant, Rheumatoid], &[])), [Fracture, Rheumatoid]);
        assert_eq!(next(&answered(&[Fracture, Pregnant, Rheumatoid], &[Fracture])), [Rheumatoid]);
        let elsewhere = Answered { regions: vec![Region::Hip], ..answered(&[Rheumatoid], &[]) };
        assert_eq!(next(&elsewhere), []);
    }

    #[test]
    fn an_answer_can_be_kept_and_read_again() {
        let answered = answered(&[Condition::ThinBones], &[Condition::ThinBones]);
        let kept = serde_json::to_value(&answered).unwrap();
        assert_eq!(kept["conditions"][0], "thin-bones");
        assert_eq!(kept["regions"][5], "upper-back");
        assert_eq!(serde_json::from_value::<Answered>(kept).unwrap(), answered);
    }
}
