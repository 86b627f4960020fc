@groovy.transform.AnnotationCollector @interface X { }
