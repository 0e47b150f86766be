package org.lamella.care.rules;

/** Topics of the pathway in the order in which a clinician reads them; each has one file of rules. */
public enum Topic {
    SAFETY("safety", "Safety of the advice"),
    DIAGNOSIS("diagnosis", "Diagnosis"),
    IMAGING("imaging", "Imaging"),
    LABORATORY("laboratory", "Laboratory"),
    VITAMIN_D("vitamin-d", "Vitamin D and calcium"),
    INDICATION("indication", "Indication for drug treatment"),
    DOSING("dosing", "Drugs and doses"),
    INFUSION("infusion", "Infusion day"),
    DENTAL("dental", "Teeth and jaw"),
    SURGICAL_HOLD("surgical-hold", "Drug timing around surgery"),
    ORTHOPAEDICS("orthopaedics", "Orthopaedics and rods"),
    FRACTURE_CARE("fracture-care", "Fracture care"),
    SPINE("spine", "Spine and skull base"),
    HEARING("hearing", "Hearing"),
    CARDIOPULMONARY("cardiopulmonary", "Heart and lungs"),
    ANAESTHESIA("anaesthesia", "Anaesthesia"),
    PREGNANCY("pregnancy", "Pregnancy"),
    REHABILITATION("rehabilitation", "Rehabilitation and activity"),
    PAIN("pain", "Pain"),
    MONITORING("monitoring", "Monitoring"),
    STOPPING("stopping", "Duration and stopping"),
    TRANSITION("transition", "Transition to adult care"),
    OUTCOMES("outcomes", "Outcomes and registries");

    private final String file;
    private final String title;

    Topic(String file, String title) {
        this.file = file;
        this.title = title;
    }

    /** Name of the rule file without its ending. */
    public String file() {
        return file;
    }

    public String title() {
        return title;
    }
}
