//! What the editor does to a draft.

use jiff::civil::Date;

use super::{Draft, PlaceDraft, PointDraft, RoutineDraft, SidesDraft};
use crate::practice::library::Site;
use crate::practice::measure::Side;
use crate::practice::program::Program;

impl Draft {
    /// Returns the draft of a program written from nothing: today's, with one empty routine.
    pub fn blank(today: Date) -> Self {
        Self { on: today.to_string(), routines: vec![RoutineDraft::default()], ..Self::default() }
    }

    /// Returns the draft of a program of one's own, after another that serves as its pattern: it takes over what is to be done,
    /// but not whose prescription it was, nor its days.
    pub fn after(pattern: &Program, today: Date) -> Self {
        Self {
            by: String::new(),
            contact: String::new(),
            on: today.to_string(),
            review: String::new(),
            until: String::new(),
            ..Self::of(pattern)
        }
    }

    /// Dates it today, and so makes every amount begin at its start again. Only the person who writes it can know that this is
    /// meant: the draft of a program in force is [`Draft::of`] it, its date as it was, and doses go on from where they stand.
    pub fn begin_anew(&mut self, today: Date) {
        self.on = today.to_string();
    }

    /// Moves a routine to another place in the list; a place that is none changes nothing.
    pub fn move_routine(&mut self, from: usize, to: usize) {
        shift(&mut self.routines, from, to);
    }

    /// Takes out a routine and returns it.
    pub fn remove_routine(&mut self, at: usize) -> Option<RoutineDraft> {
        (at < self.routines.len()).then(|| self.routines.remove(at))
    }
}

impl RoutineDraft {
    /// Moves a point to another place in the list; a place that is none changes nothing.
    pub fn move_point(&mut self, from: usize, to: usize) {
        shift(&mut self.points, from, to);
    }

    /// Takes out a point and returns it.
    pub fn remove_point(&mut self, at: usize) -> Option<PointDraft> {
        (at < self.points.len()).then(|| self.points.remove(at))
    }
}

impl PointDraft {
    /// Returns a new point without a place, to be pressed and stretched in the usual amounts.
    pub fn blank() -> Self {
        Self { is_pressed: true, is_stretched: true, ..Self::default() }
    }

    /// Returns a new point at a site: pressed and stretched in its usual amounts, or only stretched where it is locked. Its side
    /// stays open: a wrong one would be worse than none.
    pub fn at(site: &Site) -> Self {
        let mut point = Self::blank();
        point.pick(site);
        point
    }

    /// Puts the point at another site, and drops what cannot stay there: a tool that the site does not list, the middle of the
    /// body, and the leave to press a locked site, which is given for one site and not for another.
    pub fn pick(&mut self, site: &Site) {
        let was_locked = self.site().is_some_and(|site| site.locked);
        if self.site() == Some(site) {
            return;
        }
        if site.locked {
            self.is_pressed = false;
            self.is_stretched = true;
        } else if was_locked {
            self.is_pressed = true;
        }
        self.unlock = false;
        self.tool = self.tool.filter(|tool| site.tools.contains(tool));
        if self.sides == SidesDraft::One(Side::Middle) {
            self.sides = SidesDraft::Open;
        }
        self.place = PlaceDraft::Site(site.id.clone());
    }

    /// Returns the site of the library that it is at, if any.
    pub fn site(&self) -> Option<&'static Site> {
        match &self.place {
            PlaceDraft::Site(id) => Site::find(id),
            PlaceDraft::Own { .. } => None,
        }
    }
}

fn shift<T>(list: &mut [T], from: usize, to: usize) {
    if from.max(to) >= list.len() {
        return;
    }
    if from < to {
        list[from..=to].rotate_left(1);
    } else {
        list[to..=from].rotate_right(1);
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::practice::library::Tool;
    use crate::practice::program::draft::Faults;

    fn site(id: &str) -> &'static Site {
        Site::find(id).unwrap()
    }

    #[test]
    fn what_is_written_from_nothing_lacks_only_what_a_person_must_say() {
        let draft = Draft::blank(date(2026, 11, 22));
        let faults = Faults::of(draft.read().unwrap_err());
        let fields = ["$.title", "$.prescribed.by", "$.routines[0].name", "$.routines[0].points"].map(String::from);
        assert!(fields.iter().all(|field| faults.at(field).count() == 1), "{}", draft.text());
        assert_eq!(faults.rest(&fields).count(), 0);
        assert_eq!(draft.on, "2026-11-22");
    }

    #[test]
    fn a_pattern_gives_its_content_and_keeps_its_name() {
        let text = br#"{"kneadwell":1,"title":"Calf","prescribed":{"by":"A","contact":"B","on":"2026-01-01","until":"2026-02-01"},
            "routines":[{"name":"R","points":[{"site":"soleus","side":"left","press":{}}]}]}"#;
        let pattern = Program::read(text).unwrap();
        let mut draft = Draft::after(&pattern, date(2026, 11, 22));
        assert_eq!((draft.by.as_str(), draft.contact.as_str(), draft.until.as_str()), ("", "", ""));
        draft.by = "M. Okafor".into();
        let program = draft.read().unwrap();
        assert_eq!((&program.routines, &program.title), (&pattern.routines, &pattern.title));
        assert_eq!(program.prescribed.on, Some(date(2026, 11, 22)));
    }

    #[test]
    fn a_program_in_force_keeps_its_date_until_it_is_begun_anew() {
        let mut draft = Draft::blank(date(2026, 1, 1));
        draft.title = "Calf".into();
        assert_eq!(draft.on, "2026-01-01");
        draft.begin_anew(date(2026, 11, 22));
        assert_eq!((draft.on.as_str(), draft.title.as_str()), ("2026-11-22", "Calf"));
    }

    #[test]
    fn a_new_point_is_pressed_and_stretched_unless_its_site_is_locked() {
        let free = PointDraft::at(site("soleus"));
        assert!(free.is_pressed && free.is_stretched && free.sides == SidesDraft::Open);
        let locked = PointDraft::at(site("scalenes"));
        assert!(!locked.is_pressed && locked.is_stretched);
        for site in Site::all() {
            let point = PointDraft { sides: SidesDraft::Both, ..PointDraft::at(site) };
            let routine = RoutineDraft { name: "R".into(), points: vec![point] };
            let draft = Draft { title: "T".into(), by: "B".into(), routines: vec![routine], ..Draft::default() };
            assert!(draft.read().is_ok(), "{}", draft.text());
        }
    }

    #[test]
    fn another_site_drops_only_what_cannot_stay() {
        let mut point = PointDraft::at(site("soleus"));
        point.tool = Some(Tool::BallFirm);
        point.press.hold.start = "20s".into();
        point.pick(site("deltoid"));
        assert_eq!((point.tool, point.press.hold.start.as_str()), (Some(Tool::BallFirm), "20s"));
        point.pick(site("scalenes"));
        assert_eq!((point.tool, point.is_pressed, point.press.hold.start.as_str()), (None, false, "20s"));
        (point.is_pressed, point.unlock) = (true, true);
        point.pick(site("scalenes"));
        assert!(point.is_pressed && point.unlock, "the same site again");
        point.pick(site("popliteus"));
        assert!(!point.is_pressed && !point.unlock, "leave is given for one site");
        point.pick(site("soleus"));
        assert!(point.is_pressed);
    }

    #[test]
    fn the_middle_of_the_body_goes_with_a_place_of_ones_own() {
        let own =
            PlaceDraft::Own { name: "Scar".into(), location: String::new(), region: None, position: String::new() };
        let mut point = PointDraft { place: own, sides: SidesDraft::One(Side::Middle), ..PointDraft::blank() };
        assert_eq!(point.site(), None);
        point.pick(site("soleus"));
        assert_eq!(point.sides, SidesDraft::Open);
    }

    #[test]
    fn moving_keeps_the_order_of_the_others() {
        let moved = |from, to| {
            let mut draft = Draft::default();
            draft
                .routines
                .extend(["a", "b", "c", "d"].map(|name| RoutineDraft { name: name.into(), points: Vec::new() }));
            draft.move_routine(from, to);
            draft.routines.iter().map(|routine| routine.name.as_str()).collect::<String>()
        };
        assert_eq!(
            [moved(0, 2), moved(3, 0), moved(1, 1), moved(0, 4), moved(9, 0)],
            ["bcad", "dabc", "abcd", "abcd", "abcd"]
        );
    }

    #[test]
    fn what_is_taken_out_is_handed_back() {
        let mut routine =
            RoutineDraft { name: "R".into(), points: ["soleus", "deltoid"].map(site).map(PointDraft::at).into() };
        assert_eq!(routine.remove_point(2), None);
        routine.move_point(0, 1);
        assert_eq!(routine.remove_point(0), Some(PointDraft::at(site("deltoid"))));
        let mut draft = Draft { routines: vec![routine.clone()], ..Draft::default() };
        assert_eq!((draft.remove_routine(0), draft.remove_routine(0)), (Some(routine), None));
    }
}
