//! Who and what a fresh portal knows. All people and firms are made up.

use crate::store::users::User;

/// A directory entry: directory, id, name, position, system, semantics, colour.
pub(super) type StatusRow = (
    &'static str,
    &'static str,
    &'static str,
    i64,
    bool,
    Option<&'static str>,
    Option<&'static str>,
);

/// One who may do everything, one who sells, and one who has no business in the CRM.
pub(super) fn users() -> [User; 3] {
    let user = |id, name: &str, last_name: &str, position: &str, gender: &str| User {
        id,
        name: name.into(),
        last_name: last_name.into(),
        email: format!("{name}.{last_name}@sandbox.example").to_lowercase(),
        position: position.into(),
        gender: gender.into(),
        is_admin: id == 1,
        active: true,
        uses_crm: id != 3,
    };
    [
        user(1, "Alma", "Berg", "Administrator", "F"),
        user(2, "Noah", "Keller", "Sales", "M"),
        user(3, "Mila", "Sandoval", "Warehouse", "F"),
    ]
}

// Reference §12.
pub(super) const STATUSES: &[StatusRow] = &[
    (
        "STATUS",
        "NEW",
        "Unassigned",
        10,
        true,
        None,
        Some("#39A8EF"),
    ),
    (
        "STATUS",
        "IN_PROCESS",
        "In progress",
        20,
        false,
        None,
        Some("#2FC6F6"),
    ),
    (
        "STATUS",
        "PROCESSED",
        "Processed",
        30,
        false,
        None,
        Some("#55D0E0"),
    ),
    (
        "STATUS",
        "CONVERTED",
        "Good lead",
        40,
        true,
        Some("S"),
        Some("#7BD500"),
    ),
    (
        "STATUS",
        "JUNK",
        "Junk lead",
        50,
        true,
        Some("F"),
        Some("#FF5752"),
    ),
    ("SOURCE", "CALL", "Call", 10, true, None, None),
    ("SOURCE", "EMAIL", "E-mail", 20, false, None, None),
    ("SOURCE", "WEB", "Website", 30, false, None, None),
    (
        "SOURCE",
        "ADVERTISING",
        "Advertising",
        40,
        false,
        None,
        None,
    ),
    (
        "SOURCE",
        "PARTNER",
        "Existing client",
        50,
        false,
        None,
        None,
    ),
    (
        "SOURCE",
        "RECOMMENDATION",
        "Recommendation",
        60,
        false,
        None,
        None,
    ),
    ("SOURCE", "TRADE_SHOW", "Trade show", 70, false, None, None),
    ("SOURCE", "WEBFORM", "CRM form", 75, true, None, None),
    ("SOURCE", "REPEAT_SALE", "Repeat sale", 76, true, None, None),
    ("SOURCE", "CALLBACK", "Callback", 77, true, None, None),
    (
        "SOURCE",
        "RC_GENERATOR",
        "Sales boost",
        78,
        true,
        None,
        None,
    ),
    ("SOURCE", "STORE", "Online store", 79, true, None, None),
    ("SOURCE", "OTHER", "Other", 80, false, None, None),
    ("SOURCE", "BOOKING", "Online booking", 81, true, None, None),
    ("CONTACT_TYPE", "CLIENT", "Clients", 10, false, None, None),
    (
        "CONTACT_TYPE",
        "SUPPLIER",
        "Suppliers",
        20,
        false,
        None,
        None,
    ),
    ("CONTACT_TYPE", "PARTNER", "Partners", 30, false, None, None),
    ("CONTACT_TYPE", "OTHER", "Other", 40, false, None, None),
    ("COMPANY_TYPE", "CUSTOMER", "Client", 10, false, None, None),
    (
        "COMPANY_TYPE",
        "SUPPLIER",
        "Supplier",
        20,
        false,
        None,
        None,
    ),
    (
        "COMPANY_TYPE",
        "COMPETITOR",
        "Competitor",
        30,
        false,
        None,
        None,
    ),
    ("COMPANY_TYPE", "PARTNER", "Partner", 40, false, None, None),
    ("COMPANY_TYPE", "OTHER", "Other", 50, false, None, None),
    (
        "EMPLOYEES",
        "EMPLOYEES_1",
        "less than 50",
        10,
        true,
        None,
        None,
    ),
    ("EMPLOYEES", "EMPLOYEES_2", "50-250", 20, false, None, None),
    ("EMPLOYEES", "EMPLOYEES_3", "250-500", 30, false, None, None),
    (
        "EMPLOYEES",
        "EMPLOYEES_4",
        "over 500",
        40,
        false,
        None,
        None,
    ),
    (
        "INDUSTRY",
        "IT",
        "Information technology",
        10,
        false,
        None,
        None,
    ),
    (
        "INDUSTRY",
        "TELECOM",
        "Telecommunication",
        20,
        false,
        None,
        None,
    ),
    (
        "INDUSTRY",
        "MANUFACTURING",
        "Manufacturing",
        30,
        false,
        None,
        None,
    ),
    ("INDUSTRY", "BANKING", "Banking", 40, false, None, None),
    (
        "INDUSTRY",
        "CONSULTING",
        "Consulting",
        50,
        false,
        None,
        None,
    ),
    ("INDUSTRY", "FINANCE", "Finance", 60, false, None, None),
    (
        "INDUSTRY",
        "GOVERNMENT",
        "Government",
        70,
        false,
        None,
        None,
    ),
    ("INDUSTRY", "DELIVERY", "Delivery", 80, false, None, None),
    (
        "INDUSTRY",
        "ENTERTAINMENT",
        "Entertainment",
        90,
        false,
        None,
        None,
    ),
    (
        "INDUSTRY",
        "NOTPROFIT",
        "Non-profit",
        100,
        false,
        None,
        None,
    ),
    ("INDUSTRY", "OTHER", "Other", 110, true, None, None),
    ("HONORIFIC", "HNR_EN_1", "Mr.", 10, false, None, None),
    ("HONORIFIC", "HNR_EN_2", "Mrs.", 20, false, None, None),
    ("HONORIFIC", "HNR_EN_3", "Ms.", 30, false, None, None),
    ("HONORIFIC", "HNR_EN_4", "Dr.", 40, false, None, None),
];

/// The firms, one a line: name|kind|trade|size|turnover|phone|e-mail|site|town.
pub(super) const COMPANIES: &str = r#"
Harbour & Pine Interiors|CUSTOMER|OTHER|EMPLOYEES_1|1200000|+46 8 555 014 00|info@harbourpine.example|https://harbourpine.example|Stockholm
Nordlicht Solar GmbH|PARTNER|MANUFACTURING|EMPLOYEES_2|8400000|+49 30 5550 1180|kontakt@nordlicht-solar.example|https://nordlicht-solar.example|Berlin
Bäckerei Sonnenfeld|CUSTOMER|OTHER|EMPLOYEES_1|310000|+49 89 5550 2310|laden@sonnenfeld.example||Munich
Quayside Logistics Ltd|CUSTOMER|DELIVERY|EMPLOYEES_3|15600000|+44 131 555 0140|office@quayside.example|https://quayside.example|Edinburgh
Orlova Design Studio|SUPPLIER|CONSULTING|EMPLOYEES_1|540000|+7 495 555-01-70|hello@orlova-design.example|https://orlova-design.example|Moscow
Meridian Dental Clinic|CUSTOMER|OTHER|EMPLOYEES_1|2100000|+44 20 7946 0990|desk@meridiandental.example|https://meridiandental.example|London
Copper Kettle Coffee Roasters|SUPPLIER|MANUFACTURING|EMPLOYEES_1|930000|+34 91 555 01 60|hola@copperkettle.example|https://copperkettle.example|Madrid
Atelier Vasseur|PARTNER|CONSULTING|EMPLOYEES_1|780000|+33 1 55 50 14 30|agence@atelier-vasseur.example||Paris
Blue Heron Sailing School|CUSTOMER|ENTERTAINMENT|EMPLOYEES_1|260000|+353 1 555 0110|sail@blueheron.example|https://blueheron.example|Dublin
Steinbrecher Maschinenbau AG|CUSTOMER|MANUFACTURING|EMPLOYEES_4|96000000|+49 711 5550 0|zentrale@steinbrecher.example|https://steinbrecher.example|Stuttgart
Greenfield Organic Farms|SUPPLIER|OTHER|EMPLOYEES_2|4700000|+1 503 555 0140|farm@greenfield.example|https://greenfield.example|Portland
Café "Die Brücke"|CUSTOMER|ENTERTAINMENT|EMPLOYEES_1|450000|+41 44 555 01 00|cafe@die-bruecke.example||Zurich
Hillcrest Veterinary Practice|CUSTOMER|OTHER|EMPLOYEES_1|1350000|+44 161 496 0730|reception@hillcrestvets.example|https://hillcrestvets.example|Manchester
Tallinn Timber OÜ|SUPPLIER|MANUFACTURING|EMPLOYEES_3|11200000|+372 5550 1400|sales@tallinntimber.example|https://tallinntimber.example|Tallinn
"#;

/// The people who become contacts, one a line: salutation|first name|last name|position|company
/// (its place in `COMPANIES`, 0 for none)|phone|e-mail|town|birthday.
pub(super) const CONTACTS: &str = r"
HNR_EN_3|Maya|Lindqvist|Head of procurement|1|+46 8 555 014 20|maya.lindqvist@harbourpine.example|Stockholm|1986-03-14
HNR_EN_1|Jonas|Weber|Managing director|2|+49 30 5550 1188|j.weber@nordlicht-solar.example|Berlin|1974-11-02
HNR_EN_2|Anke|Sonnenfeld|Owner|3|+49 89 5550 2311|anke@sonnenfeld.example|Munich|1969-07-23
HNR_EN_1|Callum|Reid|Fleet manager|4|+44 131 555 0142|callum.reid@quayside.example|Edinburgh|1982-01-30
HNR_EN_3|Irina|Orlova|Creative director|5|+7 495 555-01-77|irina@orlova-design.example|Moscow|1990-05-09
HNR_EN_4|Samuel|Okafor|Dentist|6|+44 20 7946 0991|dr.okafor@meridiandental.example|London|1978-09-17
HNR_EN_3|Lucía|Fernández|Buyer|7|+34 91 555 01 66|lucia@copperkettle.example|Madrid|1993-12-01
HNR_EN_1|Étienne|Vasseur|Architect|8|+33 1 55 50 14 32|e.vasseur@atelier-vasseur.example|Paris|1971-04-26
HNR_EN_1|Owen|Tierney|Instructor|9|+353 1 555 0117|owen@blueheron.example|Dublin|1988-08-08
HNR_EN_1|Klaus|Steinbrecher|Board member|10|+49 711 5550 700|k.steinbrecher@steinbrecher.example|Stuttgart|1961-02-19
HNR_EN_3|Hannah|Cole|Operations manager|11|+1 503 555 0148|hannah.cole@greenfield.example|Portland|1984-06-11
HNR_EN_2|Greta|Baumann|Manager|12|+41 44 555 01 20|greta@die-bruecke.example|Zurich|1979-10-05
HNR_EN_4|Priya|Raman|Veterinary surgeon|13|+44 161 496 0733|priya.raman@hillcrestvets.example|Manchester|1985-03-29
HNR_EN_1|Marek|Tamm|Export manager|14|+372 5550 1412|marek.tamm@tallinntimber.example|Tallinn|1976-12-12
HNR_EN_1|Daniel|O'Neil|Office manager|4|+44 131 555 0143|daniel.oneil@quayside.example|Edinburgh|1991-02-03
HNR_EN_3|Sofia|Rossi|Interior designer|1|+39 06 5550 1902|sofia.rossi@harbourpine.example|Rome|1989-09-21
HNR_EN_1|Tomasz|Nowak|Electrician|2|+48 22 555 01 34|t.nowak@nordlicht-solar.example|Warsaw|1987-07-07
HNR_EN_3|Elena|Petrova|Accountant|5|+7 812 555-01-42|elena.petrova@orlova-design.example|Saint Petersburg|1981-01-15
HNR_EN_1|Henry|Ashworth||0|+44 117 496 0118|henry.ashworth@mail.example|Bristol|1966-05-31
HNR_EN_2|Beatriz|Almeida|Shop owner|0|+351 21 555 0190|beatriz.almeida@mail.example|Lisbon|1983-11-18
HNR_EN_1|Yusuf|Demir|Restaurant owner|0|+90 212 555 01 09|yusuf.demir@mail.example|Istanbul|1977-04-04
HNR_EN_3|Chloé|Martin|Photographer|8|+33 6 55 50 27 81|chloe.martin@atelier-vasseur.example|Lyon|1994-08-27
HNR_EN_1|Lars|Jensen|Boat builder|9|+45 55 50 12 34|lars.jensen@mail.example|Aarhus|1972-10-10
HNR_EN_3|Naomi|Fletcher|Head of HR|6|+44 20 7946 0992|naomi.fletcher@meridiandental.example|London|1980-12-24
HNR_EN_1|Viktor|Horváth|Engineer|10|+36 1 555 0155|v.horvath@steinbrecher.example|Budapest|1986-06-06
HNR_EN_3|Ingrid|Solberg|Farmer|11|+47 555 01 616|ingrid.solberg@greenfield.example|Oslo|1975-03-03
HNR_EN_1|Amir|Haddad|Barista trainer|7|+34 91 555 01 67|amir@copperkettle.example|Madrid|1992-02-29
HNR_EN_2|Margaret|Doyle||0|+353 21 555 0121|margaret.doyle@mail.example|Cork|1958-01-06
HNR_EN_1|Pavel|Novák|Warehouse lead|14|+420 2 5550 1771|pavel.novak@tallinntimber.example|Prague|1985-05-25
HNR_EN_3|Zoë|van Dijk|Purchasing|12|+31 20 555 0144|zoe.vandijk@die-bruecke.example|Amsterdam|1990-10-30
HNR_EN_4|Isabel|Moreno|Clinic manager|13|+34 93 555 01 88|isabel.moreno@hillcrestvets.example|Barcelona|1982-08-14
HNR_EN_1|George|Papadakis||0|+30 21 0555 0133|george.papadakis@mail.example|Athens|1968-09-09
HNR_EN_3|Aino|Korhonen|Project manager|2|+358 9 555 0171|aino.korhonen@nordlicht-solar.example|Helsinki|1988-04-19
HNR_EN_1|Miguel|Santos|Site manager|10|+55 11 5550-1299|m.santos@steinbrecher.example|São Paulo|1979-07-16
HNR_EN_2|Ruth|Goldberg|Director|0|+1 212 555 0186|ruth.goldberg@mail.example|New York|1963-12-08
HNR_EN_1|Kenji|Watanabe|Importer|0|+81 3-5550-0123|kenji.watanabe@mail.example|Tokyo|1981-11-11
";

/// The leads, one a line: title|status|source|amount|currency|salutation|first name|last
/// name|company|position|phone|e-mail|town|linked contacts|comment|product rows
/// (name:quantity:price:discount %:tax %).
pub(super) const LEADS: &str = r"
Website enquiry: oak tables for 40 seats|NEW|WEB|12400|EUR|HNR_EN_3|Freja|Holm|Café Holm|Owner|+45 55 50 98 10|freja@cafeholm.example|Copenhagen||Would like samples of three finishes first.|
Solar panels for a bakery roof|IN_PROCESS|CALL|38900|EUR||||Bäckerei Sonnenfeld|||||3|Asked for an offer with and without storage.|Solar module 430 W:52:289:0:19;Inverter 20 kW:1:4100:5:19;Mounting set:1:5200:0:19
Callback about winter tyres for 12 vans|NEW|CALLBACK|4680|GBP|HNR_EN_1|Robert|McAllister|Forth Couriers|Dispatcher|+44 131 555 0199|r.mcallister@forthcouriers.example|Edinburgh|||Winter tyre 205/65 R16:48:97.5:0:20
Rebranding for a dental clinic|PROCESSED|RECOMMENDATION|9600|GBP||||Meridian Dental Clinic|||||6,24|Decision in the partners' meeting on Thursday.|Logo and guidelines:1:5200:0:20;Signage design:1:2400:0:20;Website theme:1:2000:0:20
Espresso machines, two locations|IN_PROCESS|TRADE_SHOW|15800|EUR|HNR_EN_1|Paolo|Conti|Bar Conti|Owner|+39 02 5550 1344|paolo@barconti.example|Milan||Met at the Milan show, stand B12.|Espresso machine, 2 groups:2:6900:0:22;Grinder:2:1000:0:22
Trade show visitor, sailing course for a team|NEW|TRADE_SHOW|2200|EUR|HNR_EN_3|Saoirse|Byrne|Lumen Software|People lead|+353 1 555 0166|saoirse@lumen.example|Dublin|||
Timber frames for a day nursery|IN_PROCESS|EMAIL|54300|EUR||||Tallinn Timber OÜ|||||14||Frame, pine 120 x 240:180:235:3:20;Transport:1:13227:0:20
Annual maintenance contract, press line 4|PROCESSED|PARTNER|118000|EUR||||Steinbrecher Maschinenbau AG|||||10,25,34|Wants a fixed price for three years.|
Question about vaccination reminders|JUNK|WEBFORM|0|GBP|HNR_EN_1|Test|Test||||test@test.example||||
Organic vegetable boxes for an office|NEW|WEB|640|USD|HNR_EN_2|Laura|Bennett|Northgate Partners|Office manager|+1 503 555 0177|laura.bennett@northgate.example|Portland||Deliveries on Mondays only.|Vegetable box, large:16:40:0:0
Kitchen renovation, Rue des Martyrs|IN_PROCESS|RECOMMENDATION|27500|EUR|HNR_EN_1|Benoît|Garnier||||benoit.garnier@mail.example|Paris||Heritage façade: permits needed.|
Coffee subscription, 30 employees|CONVERTED|WEB|3900|EUR||||Copper Kettle Coffee Roasters|||||7|Signed on the spot.|Coffee, house blend 1 kg:120:32.5:0:10
Wedding photography enquiry|NEW|EMAIL|1850|EUR|HNR_EN_3|Camille|Dubois|||+33 6 55 50 33 90|camille.dubois@mail.example|Lyon||June, near Annecy.|
Stairs for a private house|NEW|CALL|7300|SEK|HNR_EN_1|Erik|Nyström|||+46 8 555 019 77|erik.nystrom@mail.example|Uppsala|||
Warehouse racking, phase 2|PROCESSED|PARTNER|41200|GBP||||Quayside Logistics Ltd|||||4,15|Phase 1 went well; wants the same crew.|Pallet rack, bay:64:520:2:20;Installation day:6:1430.13:0:20
Vet practice asks for X-ray unit|IN_PROCESS|ADVERTISING|23900|GBP||||Hillcrest Veterinary Practice|||||13||
Corporate gifts, 250 pieces|NEW|STORE|5125|CHF|HNR_EN_2|Ursula|Meier|Meier Treuhand|Partner|+41 44 555 01 93|u.meier@meier-treuhand.example|Zurich|||Gift box:250:20.5:0:8.1
Menu design and print|JUNK|CALL|300|EUR|HNR_EN_1|Unknown|Caller|||+49 89 5550 0000||||Wrong number.|
Boat refit before the season|IN_PROCESS|WEBFORM|18700|DKK|HNR_EN_1|Anders|Møller|||+45 55 50 77 12|anders.moller@mail.example|Aarhus||<b>Keel</b> needs a survey & new paint.|
Rooftop terrace furniture|NEW|ADVERTISING|8450|EUR|HNR_EN_3|Giulia|Ferrari|Hotel Aurora|Manager|+39 06 5550 8822|giulia@hotelaurora.example|Rome|||Lounge set:6:1290:10:22;Parasol:6:265:0:22
Software licences for a school|CONVERTED|EMAIL|11200|PLN|HNR_EN_2|Joanna|Kamińska|Szkoła nr 7|Headmistress|+48 22 555 01 90|j.kaminska@szkola7.example|Warsaw|||
Delivery of 3,000 paper cups|NEW|CALL|410|EUR|HNR_EN_1|Nikos|Vlachos|Kafeneio Platia|Owner|+30 21 0555 0177|nikos@platia.example|Athens|||
Consultation: export to Japan|NEW|BOOKING|1500|EUR|||||||||36,14|Video call, Tuesday 9:00.|
Office plants and care|PROCESSED|WEB|2960|USD|HNR_EN_1|Brandon|Lee|Cobalt Labs|Facilities|+1 212 555 0119|brandon.lee@cobalt.example|New York|||
Replacement of roof windows|NEW|REPEAT_SALE|6400|EUR|||||||||19||
Fitting out of a food truck|IN_PROCESS|WEBFORM|21700|EUR|HNR_EN_1|Mehmet|Yılmaz|Dönerwerk|Owner|+49 30 5550 6161|mehmet@doenerwerk.example|Berlin||Wants to open on 1 May.|
Fence for a riding school|NEW|RECOMMENDATION|13350|CZK|HNR_EN_3|Tereza|Svobodová|Jezdecký klub Luka|Trainer|+420 2 5550 4410|tereza@jkluka.example|Prague|||
Annual audit for a charity|PROCESSED|OTHER|4800|GBP|HNR_EN_2|Patricia|Nwosu|Open Door Trust|Treasurer|+44 161 496 0850|p.nwosu@opendoor.example|Manchester||Reduced rate agreed.|
Lighting concept for a gallery|IN_PROCESS|PARTNER|16900|EUR||||Atelier Vasseur|||||8,22||Track spotlight:42:310:5:20;Controls:1:4531:0:20
Sailing weekend, 8 people|JUNK|ADVERTISING|980|EUR|HNR_EN_1|Peter|Kranz|||+49 40 5550 3131|p.kranz@mail.example|Hamburg||Booked elsewhere.|
";
