package be.vlaanderen.loopbaankrediet.providerregistry.profile;

/** A way of working (domain 6). */
public enum Mode {
    FACE_TO_FACE,
    ONLINE,
    WALKING
}
