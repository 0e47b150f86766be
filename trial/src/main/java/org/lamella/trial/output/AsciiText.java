package org.lamella.trial.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text under way as UTF-8 bytes: numbers are written as digits at once, with no string in between. */
final class AsciiText {
    private static final int DECIMALS = 5;
    private static final long ONE = 100_000;
    private static final double LARGEST = 1e13;
    /** More than the digits of any number. */
    private static final int LONGEST = 32;

    private final byte[] digits = new byte[LONGEST];
    private byte[] bytes;
    private int length;

    AsciiText(int capacity) {
        bytes = new byte[capacity];
    }

    int length() {
        return length;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    AsciiText put(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    AsciiText put(String value) {
        int n = value.length();
        room(n);
        for (int i = 0; i < n; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                return encoded(value.substring(i));
            }
            bytes[length++] = (byte) c;
        }
        return this;
    }

    private AsciiText encoded(String value) {
        byte[] all = value.getBytes(StandardCharsets.UTF_8);
        room(all.length);
        System.arraycopy(all, 0, bytes, length, all.length);
        length += all.length;
        return this;
    }

    /** A whole number. */
    AsciiText put(int value) {
        if (value < 0) {
            put('-');
        }
        return units(Math.abs((long) value));
    }

    private AsciiText units(long value) {
        room(LONGEST);
        int at = LONGEST;
        long left = value;
        do {
            long rest = left / 10;
            digits[--at] = (byte) ('0' + (left - rest * 10));
            left = rest;
        } while (left > 0);
        System.arraycopy(digits, at, bytes, length, LONGEST - at);
        length += LONGEST - at;
        return this;
    }

    /**
     * A number that was rounded to five decimals: at least one digit after the point, no exponent, no trailing zeros.
     */
    AsciiText decimal(double value) {
        double scaled = Math.rint(value * ONE);
        if (!(Math.abs(scaled) < LARGEST)) {
            return put(Double.toString(value));
        }
        long units = (long) Math.abs(scaled);
        if (scaled < 0) {
            put('-');
        }
        long whole = units / ONE;
        units(whole).put('.');
        int left = (int) (units - whole * ONE);
        int place = (int) (ONE / 10);
        for (int i = 0; i < DECIMALS && (i == 0 || left > 0); i++) {
            int digit = left / place;
            bytes[length++] = (byte) ('0' + digit);
            left -= digit * place;
            place /= 10;
        }
        return this;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
        length = 0;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
