@NullMarked
package org.espalier.development.web;

import org.jspecify.annotations.NullMarked;
