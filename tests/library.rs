//! The library of sites: its schema, and what the clinical source asks of every entry.
//!
//! `UPDATE_EXPECTED=1` writes `assets/library.schema.json` anew.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fall over")]

use std::collections::BTreeSet;

use kneadwell::practice::library::{Grade, Region, Site, Source, Tool};
use kneadwell::practice::measure::{Side, Sides};
use kneadwell::practice::program::Place;
use kneadwell::words::place;
use serde_json::{Value, json};

#[path = "support/judge.rs"]
mod judge;
#[path = "support/shape.rs"]
mod shape;
#[path = "support/sites.rs"]
mod sites;

use judge::faults;

const LIBRARY: &str = include_str!("../assets/library.json");
const FIGURE: &str = include_str!("../assets/body.json");

/// Softest first: the tools of a site stand in this order, and its first is the usual one.
const FIRMNESS: [Tool; 11] = [
    Tool::Fingertips,
    Tool::Pinch,
    Tool::Thumb,
    Tool::Roller,
    Tool::Knuckle,
    Tool::Forearm,
    Tool::BallSoft,
    Tool::TwoBalls,
    Tool::Cane,
    Tool::BallFirm,
    Tool::Elbow,
];

fn library() -> Value {
    serde_json::from_str(LIBRARY).unwrap()
}

fn schema() -> Value {
    shape::published::<sites::Library>()
}

#[test]
fn the_schema_is_up_to_date_and_the_library_is_valid_by_it() {
    let schema = schema();
    shape::is_up_to_date("assets/library.schema.json", &schema);
    assert_eq!(faults(&library(), &schema, &schema, "$"), Vec::<String>::new());
}

#[test]
fn a_slip_in_the_library_is_refused_by_the_schema() {
    let schema = schema();
    for (key, value) in [
        ("id", json!("Upper Trapezius")),
        ("number", json!(29)),
        ("region", json!("knee")),
        ("sides", json!(["lefty"])),
        ("locked", json!("no")),
        ("stretch_seconds", json!(5)),
        ("tools", json!(["hammer"])),
        ("felt", json!([])),
        ("no_press", json!("spine")),
        ("snomed", json!({ "id": "31764008" })),
        ("snomed", json!({ "id": "31764008", "grade": "C" })),
        ("snomed", json!({ "id": "3176400x", "grade": "A" })),
        ("sources", json!([])),
        ("a stranger", json!(1)),
    ] {
        let mut library = library();
        library["sites"][0][key] = value;
        assert!(!faults(&library, &schema, &schema, "$").is_empty(), "the schema lets {} pass", library["sites"][0]);
    }
}

#[test]
fn there_are_the_28_sites_and_the_7_locked_ones_on_both_sides() {
    let (locked, open): (Vec<_>, Vec<_>) = Site::all().iter().partition(|site| site.locked);
    assert_eq!((open.len(), locked.len()), (28, 7));
    assert_eq!(open.iter().filter_map(|site| site.number).collect::<Vec<_>>(), (1..=28).collect::<Vec<_>>());
    assert!(locked.iter().all(|site| site.number.is_none()));
    for site in Site::all() {
        assert_eq!(site.sides, Sides::Both.each(), "{}", site.id);
        assert!(!site.sides.contains(&Side::Middle));
    }
}

#[test]
fn tools_stand_softest_first_and_only_what_is_never_pressed_has_none() {
    for site in Site::all() {
        let firmness: Vec<_> =
            site.tools.iter().map(|tool| FIRMNESS.iter().position(|other| other == tool).unwrap()).collect();
        assert!(firmness.windows(2).all(|pair| pair[0] < pair[1]), "{}: {:?}", site.id, site.tools);
        assert_eq!(site.tools.is_empty(), site.id == "iliopsoas", "{}", site.id);
    }
    let gentle_places = [Region::Neck, Region::Jaw, Region::Head];
    let at_the_side_of_the_neck = ["masseter", "temporalis", "sternocleidomastoid", "scalenes", "posterior-neck"];
    for site in at_the_side_of_the_neck.map(|id| Site::find(id).unwrap()) {
        assert!(gentle_places.contains(&site.region));
        assert_eq!(site.tools, [Tool::Fingertips], "{}", site.id);
    }
}

#[test]
fn no_press_zones_are_those_of_the_figure_and_have_a_name() {
    let figure: Value = serde_json::from_str(FIGURE).unwrap();
    let zones: BTreeSet<_> =
        ["front", "back"].iter().flat_map(|view| figure["no_press"][view].as_object().unwrap().keys()).collect();
    let mut named = BTreeSet::new();
    for site in Site::all() {
        assert!(site.no_press.iter().all(|zone| zones.contains(zone)), "{}: {:?}", site.id, site.no_press);
        assert_eq!(place::no_press(site).len(), site.no_press.len());
        named.extend(&site.no_press);
    }
    assert_eq!(named, zones, "every zone of the figure lies beside some site");
}

#[test]
fn codes_are_well_grounded_and_their_check_digit_is_right() {
    let mut codes = BTreeSet::new();
    for (site, snomed) in Site::all().iter().filter_map(|site| Some((site, site.snomed.as_ref()?))) {
        assert!(matches!(snomed.grade, Grade::A | Grade::B));
        assert!(has_check_digit(&snomed.code), "{}: {}", site.id, snomed.code);
        codes.insert((snomed.code.as_str(), snomed.grade.id()));
    }
    // Both parts of the erector spinae have its one code.
    assert_eq!((codes.len(), Site::all().iter().filter(|site| site.snomed.is_some()).count()), (23, 24));
    for only_privately_used in ["rhomboids", "tensor-fasciae-latae", "gastrocnemius", "soleus", "tibialis-anterior"] {
        assert_eq!(Site::find(only_privately_used).unwrap().snomed, None);
    }
    assert!(!has_check_digit("31764009") && !has_check_digit("13764008"), "a slip of the pen is found");
}

#[test]
fn every_site_says_where_it_comes_from() {
    let mut named = BTreeSet::new();
    for site in Site::all() {
        assert!(!site.sources.is_empty(), "{}", site.id);
        assert_eq!(site.locked, site.sources.contains(&Source::AreasOfCaution), "{}", site.id);
        named.extend(site.sources.iter().copied());
    }
    assert_eq!(named, Source::ALL.into_iter().collect());
}

#[test]
fn a_press_is_often_felt_somewhere_and_the_words_say_where() {
    for site in Site::all() {
        let felt: BTreeSet<_> = site.felt.iter().collect();
        assert_eq!(felt.len(), site.felt.len(), "{}: a part stands twice", site.id);
        assert!(!site.felt.is_empty() && !place::felt(&Place::Known(site)).is_empty(), "{}", site.id);
    }
}

/// The check digit of SNOMED CT (Verhoeff 1969): every slip of one digit and every swap of neighbours is found.
fn has_check_digit(code: &str) -> bool {
    /// Of the dihedral group of ten: its five turns, then its five flips.
    fn times(left: u32, right: u32) -> u32 {
        match (left < 5, right < 5) {
            (true, true) => (left + right) % 5,
            (true, false) => 5 + (left + right) % 5,
            (false, true) => 5 + (left + 5 - right) % 5,
            (false, false) => (left + 5 - right) % 5,
        }
    }
    const PERMUTED: [u32; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
    let sum = code.chars().rev().enumerate().fold(0, |sum, (place, digit)| {
        let digit = digit.to_digit(10).unwrap_or_else(|| panic!("{code} is no number"));
        times(sum, (0..place).fold(digit, |digit, _| PERMUTED[digit as usize]))
    });
    sum == 0
}
