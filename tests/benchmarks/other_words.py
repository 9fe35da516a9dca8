"""Words of our own that stand in for those of letters, and sentences that say the same as theirs."""

DIAGNOSES = (
    *("pes anserine bursitis", "grade 2 spondylolisthesis of L5 on S1", "Morton's neuroma", "tarsal tunnel syndrome"),
    *("thoracic outlet syndrome", "post-concussional syndrome", "unspecified internal derangement of left knee"),
    *("bilateral plantar fasciitis", "adjacent segment disease", "de Quervain's disease", "gastritis due to NSAID use"),
    *("complex regional pain syndrome type I of the left foot", "meralgia paresthetica", "labral tear of the hip"),
    *("other intervertebral disc degeneration, lumbosacral region", "post-laminectomy syndrome", "xerostomia"),
    *("closed fracture of distal radius, subsequent encounter", "erectile dysfunction", "bruxism", "sleep apnea"),
    *("panic disorder without agoraphobia", "retinal detachment", "contact dermatitis", "occupational asthma"),
    *("ganglion of the right wrist", "Achilles rupture", "trigger finger", "osteochondral defect of the talus"),
    *("cervicogenic headache", "chondromalacia patellae", "TFCC tear", "ulnar impaction", "hallux rigidus", "vertigo"),
    *("opioid-induced constipation", "pain in unspecified shoulder", "mood disorder", "coccydynia", "pilonidal cyst"),
)
DRUGS = (
    *("Baclofen", "Nortriptyline", "Venlafaxine", "Meloxicam", "Etodolac", "Oxaprozin", "Methadone", "Oxymorphone"),
    *("Tapentadol", "Lorazepam", "Clonazepam", "Zolpidem", "Mirtazapine", "Pregabalin", "Carbamazepine", "Ranitidine"),
    *("Esomeprazole", "Amlodipine", "Atorvastatin", "Warfarin", "Prednisone", "Sertraline", "Bupropion", "Quetiapine"),
    *("Rivaroxaban", "Apixaban", "Dulaglutide", "Semaglutide", "Rimegepant", "Cariprazine", "Lurasidone", "Vilazodone"),
    *("Benazepril", "Furosemide", "Clopidogrel", "Montelukast", "Cetirizine", "Doxycycline", "Valacyclovir"),
    *("Naloxegol", "Diflunisal", "Piroxicam", "Nadolol", "Verapamil", "Glipizide", "Sitagliptin", "Mupirocin"),
)
SECTIONS = (
    *("Bone scan", "Return to work", "Hospital length of stay (LOS)", "Knee joint replacement", "Ketamine", "Yoga"),
    *("Work conditioning, work hardening", "Microprocessor-controlled knee prostheses", "Nerve blocks (lumbar)"),
    *("Proton pump inhibitors (PPIs)", "Muscle relaxants (for pain)", "Polysomnography", "Dupuytren's release"),
)
PERSONS = ("patient", "claimant", "applicant", "employee", "IW", "worker")
STYLES = (
    "{m}/{d}/{y}",
    "{m:02}-{d:02}-{y}",
    "{name} {d}, {y}",
    "{m}/{d}/{short:02}",
    "{d} {name} {y}",
    "{abbr}. {d}, {y}",
)
RULINGS = {
    "not_necessary": (
        "Hence the request cannot be deemed medically necessary.",
        "Medical necessity has therefore not been demonstrated.",
        "This item does not meet the criteria and is not medically necessary.",
        "The requested item is not supported as medically necessary at this time.",
        "Based on the above, it is not considered medically necessary or appropriate.",
        "Medical necessity of the request is not supported by the records.",
    ),
    "necessary": (
        "Hence the request is deemed medically necessary.",
        "Medical necessity has therefore been demonstrated.",
        "This item meets the criteria and is medically necessary.",
        "The requested item is supported as medically necessary at this time.",
    ),
}
DECIDED = {
    "denied": (
        "A utilization review determination issued {date} did not certify the treatment.",
        "On {date} UR found the request to be not medically necessary.",
        "The request was non certified by Utilization Review on {date}.",
        "Per the utilization review report of {date}, the treatment was not approved.",
        "The claims adjuster denied authorization on {date}.",
        "Utilization Review (UR), dated {date}, recommended denial of the request.",
    ),
    "modified": (
        "A utilization review determination issued {date} partially certified the treatment.",
        "On {date} UR modified the request.",
        "The request was approved with modification by Utilization Review on {date}.",
        "Per the utilization review report of {date}, the treatment was partially approved.",
    ),
}
OPENINGS = (
    "This {age}-year-old {sex} was injured at work on {date}.",
    "The claimant is a {sex}, {age} years of age, with a date of injury of {date}.",
    "On {date} the patient, now a {age} y/o {sex}, sustained a work injury.",
    "The {age} year old, right hand dominant, {sex} carpenter has an injury dated {date}.",
    "IW is a {age}yo {sex} (DOI: {date}).",
    "{age} year-old {sex} with a {date} industrial injury.",
)
ASKED = ("denied", "did not certify", "non-certified", "failed to approve", "recommended non-certification of")
STATED = (
    "has diagnoses of",
    "was diagnosed with",
    "is being treated for",
    "carries a diagnosis of",
    "has been diagnosed with",
)
