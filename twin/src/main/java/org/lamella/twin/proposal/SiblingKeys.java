package org.lamella.twin.proposal;

/**
 * Keys of the siblings of a patient: a hash of the patient's identifier in the upper half and the index of the sibling
 * in the lower, so that each sibling has its own random numbers whatever the number of siblings.
 */
public final class SiblingKeys {
    private static final int FNV_OFFSET = 0x811C9DC5;
    private static final int FNV_PRIME = 0x01000193;

    private final long upper;

    /**
     * @param patientId identifier of the patient, hashed with FNV-1a over its UTF-16 units
     */
    public SiblingKeys(String patientId) {
        int hash = FNV_OFFSET;
        for (int i = 0; i < patientId.length(); i++) {
            hash = (hash ^ (patientId.charAt(i) & 0xFF)) * FNV_PRIME;
            hash = (hash ^ (patientId.charAt(i) >>> 8)) * FNV_PRIME;
        }
        this.upper = (long) hash << 32;
    }

    /** Key of a sibling. */
    public long of(int sibling) {
        return upper | sibling;
    }

    /** Key of what belongs to the patient as a whole, distinct from every sibling. */
    public long ofPatient() {
        return upper | 0xFFFFFFFFL;
    }
}
