//! The library of sites as types: the JSON Schema of `assets/library.json` is written from them.
#![expect(dead_code, reason = "the types are there for their shape")]

use std::borrow::Cow;

use kneadwell::practice::library::{Region, Source, Tool};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::judge::{ID, SNOMED};
use crate::shape::{Whole, in_place};

/// The places on the body that a program may name. What is read about them is in `locales`, by their ids.
#[derive(JsonSchema)]
#[schemars(title = "Kneadwell library of sites", deny_unknown_fields)]
pub struct Library {
    #[schemars(length(min = 1))]
    sites: Vec<Site>,
}

/// A place on the body.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Site {
    /// As programs name it.
    id: Id,
    /// Its number in the clinical library; missing where it is locked.
    number: Option<Whole<1, 28>>,
    /// The part of the body it belongs to.
    region: RegionId,
    /// The sides it is worked on.
    #[schemars(length(min = 1, max = 2))]
    sides: Vec<Side>,
    /// True where vessels, nerves or organs lie close: a press needs the program's `unlock`.
    locked: bool,
    /// The dose where a program leaves amounts out.
    preset: Preset,
    /// One stretch where a program leaves its length out.
    stretch_seconds: Whole<10, 120>,
    /// How the body is placed to press it.
    posture: Posture,
    /// What it may be pressed with, softest first.
    tools: Vec<ToolId>,
    /// The parts of the body where a press here is often felt, the likeliest first.
    #[schemars(length(min = 1))]
    felt: Vec<RegionId>,
    /// No-press zones beside it, by the ids of `body.json`.
    no_press: Vec<Id>,
    snomed: Option<Snomed>,
    /// Where the place, its dose and its cautions come from.
    #[schemars(length(min = 1))]
    sources: Vec<SourceId>,
}

/// Its code in SNOMED CT, where one is well grounded.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Snomed {
    id: Code,
    /// A: in the DICOM standard. B: in a published value set or map.
    grade: Grade,
}

struct Id;
struct Code;
struct Grade;
struct Side;
struct Preset;
struct Posture;
struct RegionId;
struct ToolId;
struct SourceId;

in_place!(of Id, _generator => json_schema!({ "type": "string", "pattern": ID }));
in_place!(of Code, _generator => json_schema!({ "type": "string", "pattern": SNOMED }));
in_place!(of Grade, _generator => json_schema!({ "enum": ["A", "B"] }));
in_place!(of Side, _generator => json_schema!({ "enum": ["left", "right", "middle"] }));
in_place!(of Preset, _generator => json_schema!({ "enum": ["gentle", "standard", "large"] }));
in_place!(of Posture, _generator => json_schema!({ "enum": ["sit", "stand", "wall", "lie", "long-sit", "kneel"] }));
in_place!(of RegionId, _generator => json_schema!({ "enum": Region::ALL.map(Region::id) }));
in_place!(of ToolId, _generator => json_schema!({ "enum": Tool::ALL.map(Tool::id) }));
in_place!(of SourceId, _generator => json_schema!({ "enum": Source::ALL.map(Source::id) }));
