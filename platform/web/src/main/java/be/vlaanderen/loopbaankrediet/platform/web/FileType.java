package be.vlaanderen.loopbaankrediet.platform.web;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The kinds of files that are accepted, known by their first bytes. */
public enum FileType {
    PDF("application/pdf", "255044462d"),
    JPEG("image/jpeg", "ffd8ff"),
    PNG("image/png", "89504e470d0a1a0a");

    private final String mediaType;
    private final String magic;

    FileType(String mediaType, String magic) {
        this.mediaType = mediaType;
        this.magic = magic;
    }

    public String mediaType() {
        return mediaType;
    }

    public static Optional<FileType> of(byte[] bytes) {
        String head = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 16));
        return Arrays.stream(values())
                .filter(type -> head.startsWith(type.magic))
                .findFirst();
    }
}
