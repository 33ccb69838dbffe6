package be.vlaanderen.loopbaankrediet.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a POST that needs no {@code Idempotency-Key}, because its address or body names what it is about and a repeat changes nothing; who sends
 * a key gets the kept answer all the same.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RepeatableByItself {}
