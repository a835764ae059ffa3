//! The regions of the map: the 35 independent states, then the territories.
//!
//! The states have their names from the facts. A territory's name says whose it is,
//! except where that is disputed: there the facts say who administers and who claims it.

/// West, south, east and north, in degrees.
pub(super) type Bounds = [f64; 4];

/// One feature of the map to be written.
pub(super) struct Region {
    /// ISO 3166-1 alpha-3, or ISO 3166-2 for the three Dutch islands that share a code.
    pub(super) id: &'static str,
    /// ISO 3166-1 numeric of the source's feature, with its leading zeros.
    pub(super) source: &'static str,
    /// The name shown.
    pub(super) name: &'static str,
    /// Where the source has the region inside its sovereign: the polygons that are it.
    pub(super) within: Option<Bounds>,
}

const fn whole(id: &'static str, source: &'static str, name: &'static str) -> Region {
    Region { id, source, name, within: None }
}

const fn part(id: &'static str, source: &'static str, name: &'static str, at: Bounds) -> Region {
    Region { id, source, name, within: Some(at) }
}

/// A feature without an id that only the 1:10 million source has, and the feature that it is part of
/// in the 1:50 million source.
pub(super) const PARTS: [(&str, &str); 1] = [("USNB Guantanamo Bay", "192")];

/// All regions, in the order in which they are written.
pub(super) const REGIONS: [Region; 58] = [
    whole("ARG", "032", "Argentina"),
    whole("ATG", "028", "Antigua and Barbuda"),
    whole("BHS", "044", "Bahamas"),
    whole("BLZ", "084", "Belize"),
    whole("BOL", "068", "Bolivia"),
    whole("BRA", "076", "Brazil"),
    whole("BRB", "052", "Barbados"),
    whole("CAN", "124", "Canada"),
    whole("CHL", "152", "Chile"),
    whole("COL", "170", "Colombia"),
    whole("CRI", "188", "Costa Rica"),
    whole("CUB", "192", "Cuba"),
    whole("DMA", "212", "Dominica"),
    whole("DOM", "214", "Dominican Republic"),
    whole("ECU", "218", "Ecuador"),
    whole("GRD", "308", "Grenada"),
    whole("GTM", "320", "Guatemala"),
    whole("GUY", "328", "Guyana"),
    whole("HND", "340", "Honduras"),
    whole("HTI", "332", "Haiti"),
    whole("JAM", "388", "Jamaica"),
    whole("KNA", "659", "Saint Kitts and Nevis"),
    whole("LCA", "662", "Saint Lucia"),
    whole("MEX", "484", "Mexico"),
    whole("NIC", "558", "Nicaragua"),
    whole("PAN", "591", "Panama"),
    whole("PER", "604", "Peru"),
    whole("PRY", "600", "Paraguay"),
    whole("SLV", "222", "El Salvador"),
    whole("SUR", "740", "Suriname"),
    whole("TTO", "780", "Trinidad and Tobago"),
    whole("URY", "858", "Uruguay"),
    whole("USA", "840", "United States"),
    whole("VCT", "670", "Saint Vincent and the Grenadines"),
    whole("VEN", "862", "Venezuela"),
    whole("ABW", "533", "Aruba (Netherlands)"),
    whole("AIA", "660", "Anguilla (United Kingdom)"),
    whole("BLM", "652", "Saint Barthélemy (France)"),
    whole("BMU", "060", "Bermuda (United Kingdom)"),
    part("BQ-BO", "528", "Bonaire (Netherlands)", [-68.5, 11.9, -68.0, 12.4]),
    part("BQ-SA", "528", "Saba (Netherlands)", [-63.3, 17.6, -63.1, 17.7]),
    part("BQ-SE", "528", "Sint Eustatius (Netherlands)", [-63.1, 17.4, -62.9, 17.6]),
    whole("CUW", "531", "Curaçao (Netherlands)"),
    whole("CYM", "136", "Cayman Islands (United Kingdom)"),
    whole("FLK", "238", "Falkland Islands (Malvinas)"),
    part("GLP", "250", "Guadeloupe (France)", [-62.0, 15.8, -60.9, 16.6]),
    whole("GRL", "304", "Greenland (Denmark)"),
    part("GUF", "250", "French Guiana (France)", [-55.0, 2.0, -51.0, 6.0]),
    whole("MAF", "663", "Saint Martin (France)"),
    whole("MSR", "500", "Montserrat (United Kingdom)"),
    part("MTQ", "250", "Martinique (France)", [-61.3, 14.3, -60.7, 15.0]),
    whole("PRI", "630", "Puerto Rico (United States)"),
    part(
        "SGS",
        "239",
        "South Georgia and the South Sandwich Islands",
        [-39.0, -56.0, -35.0, -53.0],
    ),
    whole("SPM", "666", "Saint Pierre and Miquelon (France)"),
    whole("SXM", "534", "Sint Maarten (Netherlands)"),
    whole("TCA", "796", "Turks and Caicos Islands (United Kingdom)"),
    whole("VGB", "092", "British Virgin Islands (United Kingdom)"),
    whole("VIR", "850", "U.S. Virgin Islands (United States)"),
];
