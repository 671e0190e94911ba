@NullMarked
package org.espalier.pathway.closest.web;

import org.jspecify.annotations.NullMarked;
