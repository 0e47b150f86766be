package org.lamella.care.rod;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lamella.care.plan.Statement;
import org.lamella.care.plan.SurgicalNote.Device;
import org.lamella.care.plan.SurgicalNote.Fit;

/** How every rod of the catalogue stands to one bone. */
final class Devices {
    private final RodFacts facts;
    private final @Nullable Millimetres canal;
    private final @Nullable Boolean growing;

    /**
     * @param canal narrowest canal diameter, or null when not measured
     * @param growing whether the bone still grows, or null when unknown
     */
    Devices(RodFacts facts, @Nullable Millimetres canal, @Nullable Boolean growing) {
        this.facts = facts;
        this.canal = canal;
        this.growing = growing;
    }

    List<Device> all() {
        return facts.devices().stream().map(this::device).toList();
    }

    private Device device(RodFacts.Device device) {
        String begin = device.text().substring(0, 1).toUpperCase(Locale.ROOT)
                + device.text().substring(1);
        return switch (device.kind()) {
            case FIXED -> fixed(device, begin);
            case MATURE ->
                growing == null
                        ? answer(device, Fit.CANNOT_EVALUATE, begin + "; need whether the growth plates are open")
                        : growing
                                ? answer(device, Fit.DOES_NOT_FIT, begin + "; here the growth plates are open")
                                : answer(device, Fit.FITS, begin + "; here they are closed");
            case TELESCOPING -> telescoping(device, begin);
        };
    }

    private Device fixed(RodFacts.Device device, String begin) {
        boolean narrowHere = canal != null && canal.value() < smallest();
        if (narrowHere && device.narrow()) {
            return answer(device, Fit.FITS, begin + "; the canal of " + canal + " is one");
        }
        if (Boolean.FALSE.equals(growing)) {
            return answer(device, Fit.POSSIBLE, begin + "; no growth is left to outgrow it");
        }
        return answer(device, Fit.POSSIBLE, begin + "; it would be outgrown and exchanged");
    }

    private Device telescoping(RodFacts.Device device, String begin) {
        if (Boolean.FALSE.equals(growing)) {
            return answer(device, Fit.DOES_NOT_FIT, begin + "; no growth is left for it to follow");
        }
        if (canal == null) {
            return answer(device, Fit.CANNOT_EVALUATE, begin + "; need the narrowest canal diameter in mm");
        }
        String compared = canal + " against " + smallest() + " mm, the smallest telescoping rod whose size was read";
        return canal.value() < smallest()
                ? answer(device, Fit.DOES_NOT_FIT, begin + "; the canal is too narrow (" + compared + ")")
                : answer(device, Fit.FITS, begin + "; the canal takes one (" + compared + ")");
    }

    private double smallest() {
        return facts.limit("smallest_telescoping_diameter").value();
    }

    private static Device answer(RodFacts.Device device, Fit fit, String why) {
        return new Device(device.name(), fit, new Statement(why + ".", device.sources()));
    }
}
